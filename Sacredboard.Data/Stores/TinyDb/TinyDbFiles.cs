using System.Text.RegularExpressions;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores.Directories;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Stores.TinyDb;

/// <summary>
/// The files that a run lists. Their content lies in <c>hashfs</c> under the name of its md5, so that only such names are ever opened.
/// </summary>
internal sealed partial class TinyDbFiles(StorageRoot root, SacredObject run)
{
    public IEnumerable<RunFile> List() => Entries().Select(entry =>
        entry.Stored.Tried() is { Problem: { } problem } ? entry.File with { Available = false, Problem = problem } : entry.File);

    /// <summary>Null when there is no such file or it is not available.</summary>
    /// <exception cref="RunStoreException">The file cannot be opened.</exception>
    public RunFileContent? Open(string fileId)
    {
        var (file, stored) = Entries().FirstOrDefault(entry => entry.File.Id == fileId);
        if (stored.Path is null)
        {
            return null;
        }

        try
        {
            return new RunFileContent(file, stored.Open(), new DateTimeOffset(stored.State.ModifiedUtc));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new RunStoreException(
                exception is UnauthorizedAccessException ? RunStoreProblem.Refused : RunStoreProblem.Unreadable,
                $"The run lists this file. {StoredFile.WhyNot(exception)}",
                exception);
        }
    }

    private IEnumerable<(RunFile File, StoredFile Stored)> Entries() =>
        Of(RunFileKind.Artifact, run["artifacts"])
            .Concat(Of(RunFileKind.Source, (run["experiment"] as SacredObject)?["sources"]))
            .Concat(Of(RunFileKind.Resource, run["resources"]));

    // [name, …, md5, the same as a tag of TinyDB], with the path where an artifact came from as the second.
    private IEnumerable<(RunFile File, StoredFile Stored)> Of(RunFileKind kind, SacredValue? listed) =>
        (listed as SacredList)?.Items.Select((item, i) =>
        {
            var parts = (item as SacredList)?.Items ?? [item];
            var name = parts is [SacredText text, ..] ? text.Value : SacredJson.ToText(item);
            var md5 = parts.Skip(1).Select(Md5Of).LastOrDefault(found => found is not null);
            var stored = md5 is null ? StoredFile.Refused("The run does not name a stored file here.")
                : root.Find(root.Directory, $"hashfs/{md5[..2]}/{md5[2..4]}/{md5[4..6]}/{md5[6..]}");
            return (
                new RunFile
                {
                    Id = $"{kind.ToString().ToLowerInvariant()}-{i}",
                    Kind = kind,
                    Name = name,
                    Size = stored.Path is null ? null : stored.State.Length,
                    Stored = stored.Path is null ? null : stored.State.ModifiedUtc,
                    Md5 = md5,
                    ContentType = ContentTypes.Guess(name),
                    Available = stored.Path is not null,
                    Problem = stored.Problem,
                },
                stored);
        }) ?? [];

    private static string? Md5Of(SacredValue part) => part switch
    {
        SacredTyped { TypeName: "file", Value: SacredText text } => Md5Of(text),
        SacredText text when Md5().IsMatch(text.Value) => text.Value,
        _ => null,
    };

    [GeneratedRegex("^[0-9a-f]{32}$")]
    private static partial Regex Md5();
}
