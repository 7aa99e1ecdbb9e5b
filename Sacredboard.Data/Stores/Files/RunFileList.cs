using System.Text.RegularExpressions;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores.Directories;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Stores.Files;

/// <summary>The files that run.json lists, each looked up through the <see cref="StorageRoot"/>.</summary>
internal sealed partial class RunFileList(StorageRoot root, string runDirectory, SacredObject run)
{
    private static readonly StoredFile NoName = StoredFile.Refused("The run does not name a file here.");

    private static readonly StoredFile OwnFile =
        StoredFile.Refused("This file of the run may hold secrets; the run's page shows it.");

    // Sacred does not let an artifact replace these files, so an artifact of such a name would be the run's own data.
    private static readonly HashSet<string> OwnNames = new(StringComparer.OrdinalIgnoreCase) { "run.json", "config.json" };

    /// <summary>All listed files with what there is to say of them, also of those that cannot be opened.</summary>
    public IEnumerable<RunFile> List() => Entries().Select(entry =>
        entry.Stored.Tried() is { Problem: { } problem }
            ? entry.File with { Available = false, Problem = problem }
            : entry.File);

    /// <summary>All listed files, also unavailable ones; only available ones have a path.</summary>
    private IEnumerable<(RunFile File, StoredFile Stored)> Entries() =>
        Items(run["artifacts"]).Select(Artifact)
            .Concat(Items((run["experiment"] as SacredObject)?["sources"]).Select(Source))
            .Concat(Items(run["resources"]).Select(Resource));

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
            throw FileErrors.Of("The run lists this file.", exception);
        }
    }

    private (RunFile, StoredFile) Artifact(SacredValue item, int index) => item is SacredText { Value: var name }
        ? Entry(RunFileKind.Artifact, index, name, "", root.Find(runDirectory, name))
        : Entry(RunFileKind.Artifact, index, Shown(item), "", NoName);

    private (RunFile, StoredFile) Source(SacredValue item, int index)
    {
        if (Pair(item) is not var (name, place))
        {
            return Entry(RunFileKind.Source, index, Shown(item), "", NoName);
        }

        // The sources of a queued run are in its own directory.
        var found = Md5().IsMatch(place) ? root.Find(runDirectory, LastPart(name)) : root.Find(root.Directory, place);
        return Entry(
            RunFileKind.Source, index, name, place, found.IsMissing && place.Contains('\\')
                ? root.Find(root.Directory, place.Replace('\\', '/'))
                : found);
    }

    // The path is as given to the training process, so it is usually not found here.
    private (RunFile, StoredFile) Resource(SacredValue item, int index)
    {
        if (Pair(item) is not var (name, place))
        {
            return Entry(RunFileKind.Resource, index, Shown(item), "", NoName);
        }

        var found = root.Find(root.Directory, place);
        var kept = found.Path is null ? root.Find(root.Directory, "_resources/" + LastPart(place)) : found;
        return Entry(RunFileKind.Resource, index, name, place, kept.Path is null ? found : kept);
    }

    private static (RunFile, StoredFile) Entry(RunFileKind kind, int index, string name, string place, StoredFile found)
    {
        var stored = found.Path is not null && OwnNames.Contains(Path.GetFileName(found.Path)) ? OwnFile : found;
        return (new RunFile
        {
            Id = $"{kind.ToString().ToLowerInvariant()}-{index}",
            Kind = kind,
            Name = name,
            Size = stored.Path is null ? null : stored.State.Length,
            Stored = stored.Path is null ? null : stored.State.ModifiedUtc,
            Md5 = Md5InName().Match(place) is { Success: true } match ? match.Groups[1].Value : null,
            ContentType = ContentTypes.Guess(name),
            Available = stored.Path is not null,
            Problem = stored.Problem,
        }, stored);
    }

    private static IReadOnlyList<SacredValue> Items(SacredValue? value) => value switch
    {
        SacredList list => list.Items,
        null or SacredNull or SacredObject { Members.Count: 0 } => [],
        _ => [value],
    };

    private static (string Name, string Place)? Pair(SacredValue item) =>
        (item as SacredList ?? (item as SacredObject)?["py/tuple"] as SacredList)?.Items is [SacredText name, SacredText place, ..]
            ? (name.Value, place.Value)
            : null;

    private static string Shown(SacredValue item) => item is SacredText text ? text.Value : SacredJson.ToText(item);

    private static string LastPart(string path) => path[(path.LastIndexOfAny(['/', '\\']) + 1)..];

    [GeneratedRegex("^[0-9a-f]{32}$")]
    private static partial Regex Md5();

    [GeneratedRegex(@"(?:^|_)([0-9a-f]{32})(?:\.[^.]*)?$")]
    private static partial Regex Md5InName();
}
