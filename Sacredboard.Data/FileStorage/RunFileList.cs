using System.Text.RegularExpressions;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.FileStorage;

/// <summary>The files that run.json lists, each looked up through the <see cref="StorageRoot"/>.</summary>
internal sealed partial class RunFileList(StorageRoot root, string runDirectory, SacredObject run)
{
    private const string NoName = "The run names no file here.";

    public IEnumerable<(RunFile File, string? Path)> Entries() =>
        Items(run["artifacts"]).Select(Artifact)
            .Concat(Items((run["experiment"] as SacredObject)?["sources"]).Select(Source))
            .Concat(Items(run["resources"]).Select(Resource));

    public RunFileContent? Open(string fileId)
    {
        var (file, path) = Entries().FirstOrDefault(entry => entry.File.Id == fileId);
        if (path is null)
        {
            return null;
        }

        try
        {
            var content = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 4096, useAsync: true);
            return new RunFileContent(file, content, File.GetLastWriteTimeUtc(path));
        }
        catch (FileNotFoundException)
        {
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new RunStoreException(RunStoreProblem.Refused, "The file cannot be opened.", exception);
        }
    }

    private (RunFile, string?) Artifact(SacredValue item, int index)
    {
        var name = (item as SacredText)?.Value;
        return Entry(RunFileKind.Artifact, index, name, null, name is null ? StoredFile.Refused(NoName) : root.Find(runDirectory, name));
    }

    private (RunFile, string?) Source(SacredValue item, int index)
    {
        var (name, place) = Pair(item);
        var queued = place is not null && Md5().IsMatch(place);
        var found = name is null || place is null ? StoredFile.Refused(NoName)
            : queued ? root.Find(runDirectory, LastPart(name))
            : root.Find(root.Directory, place.Replace('\\', '/'));
        return Entry(RunFileKind.Source, index, name, place, found);
    }

    // The store path is written as it was given to the training process, so mostly it says nothing here.
    private (RunFile, string?) Resource(SacredValue item, int index)
    {
        var (name, place) = Pair(item);
        var found = name is null || place is null ? StoredFile.Refused(NoName) : root.Find(root.Directory, place);
        if (found.Path is null && place is not null && root.Find(root.Directory, "_resources/" + LastPart(place)) is { Path: not null } kept)
        {
            found = kept;
        }

        return Entry(RunFileKind.Resource, index, name, place, found);
    }

    private static (RunFile, string?) Entry(RunFileKind kind, int index, string? name, string? place, StoredFile found) => (new RunFile
    {
        Id = $"{kind.ToString().ToLowerInvariant()}-{index}",
        Kind = kind,
        Name = name ?? "",
        Size = found.Path is null ? null : found.State.Length,
        Md5 = place is null ? null : Md5InName().Match(place) is { Success: true } match ? match.Groups[1].Value : null,
        ContentType = ContentTypes.Guess(name ?? ""),
        Available = found.Path is not null,
        Problem = found.Problem,
    }, found.Path);

    private static IReadOnlyList<SacredValue> Items(SacredValue? value) => (value as SacredList)?.Items ?? [];

    private static (string? Name, string? Place) Pair(SacredValue item)
    {
        var pair = item as SacredList ?? (item as SacredObject)?["py/tuple"] as SacredList;
        return ((pair?.Items.ElementAtOrDefault(0) as SacredText)?.Value, (pair?.Items.ElementAtOrDefault(1) as SacredText)?.Value);
    }

    private static string LastPart(string path) => path[(path.LastIndexOfAny(['/', '\\']) + 1)..];

    [GeneratedRegex("^[0-9a-f]{32}$")]
    private static partial Regex Md5();

    [GeneratedRegex("(?:^|_)([0-9a-f]{32})(?:\\.[^.]*)?$")]
    private static partial Regex Md5InName();
}
