using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores.Directories;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Stores.RunFolders;

/// <summary>The files that run.json lists, each looked up in the <see cref="IRunFolders"/>.</summary>
/// <param name="folders">Where the runs are.</param>
/// <param name="id">The id of the run.</param>
/// <param name="run">The fields of its run.json.</param>
internal sealed partial class RunFileList(IRunFolders folders, string id, SacredObject run)
{
    private static readonly StoredFile NoName = StoredFile.Refused("The run does not name a file here.");

    private static readonly StoredFile OwnFile =
        StoredFile.Refused("This file of the run may hold secrets; the run's page shows it.");

    // Sacred does not let an artifact replace these files, so an artifact of such a name would be the run's own data.
    private static readonly HashSet<string> OwnNames = new(StringComparer.OrdinalIgnoreCase) { "run.json", "config.json" };

    /// <summary>All listed files with what there is to say of them, also of those that cannot be opened.</summary>
    public async Task<IReadOnlyList<RunFile>> ListAsync(CancellationToken cancellationToken)
    {
        var files = new List<RunFile>();
        await foreach (var (file, stored) in EntriesAsync(cancellationToken).ConfigureAwait(false))
        {
            files.Add(folders.Tried(stored) is { Problem: { } problem } ? file with { Available = false, Problem = problem } : file);
        }

        return files;
    }

    /// <summary>Null when there is no such file or it is not available.</summary>
    /// <exception cref="RunStoreException">The file cannot be opened.</exception>
    public async Task<RunFileContent?> OpenAsync(string fileId, CancellationToken cancellationToken)
    {
        var (file, stored) = await EntriesAsync(cancellationToken)
            .FirstOrDefaultAsync(entry => entry.File.Id == fileId, cancellationToken).ConfigureAwait(false);
        if (stored.Path is null)
        {
            return null;
        }

        try
        {
            var content = await folders.OpenAsync(stored, cancellationToken).ConfigureAwait(false);
            return new RunFileContent(file, content, new DateTimeOffset(stored.State.ModifiedUtc));
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

    /// <summary>All listed files, also unavailable ones; only available ones have a path.</summary>
    private async IAsyncEnumerable<(RunFile File, StoredFile Stored)> EntriesAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var (index, item) in Items(run["artifacts"]).Index())
        {
            yield return await ArtifactAsync(item, index, cancellationToken).ConfigureAwait(false);
        }

        foreach (var (index, item) in Items((run["experiment"] as SacredObject)?["sources"]).Index())
        {
            yield return await SourceAsync(item, index, cancellationToken).ConfigureAwait(false);
        }

        foreach (var (index, item) in Items(run["resources"]).Index())
        {
            yield return await ResourceAsync(item, index, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask<(RunFile File, StoredFile Stored)> ArtifactAsync(
        SacredValue item, int index, CancellationToken cancellationToken) =>
        item is SacredText { Value: var name }
            ? Entry(
                RunFileKind.Artifact, index, name, "", await folders.FindInsideAsync(id, name, cancellationToken).ConfigureAwait(false))
            : Entry(RunFileKind.Artifact, index, Shown(item), "", NoName);

    private async ValueTask<(RunFile File, StoredFile Stored)> SourceAsync(
        SacredValue item, int index, CancellationToken cancellationToken)
    {
        if (Pair(item) is not var (name, place))
        {
            return Entry(RunFileKind.Source, index, Shown(item), "", NoName);
        }

        // The sources of a queued run are in its own directory.
        var found = Md5().IsMatch(place)
            ? await folders.FindInsideAsync(id, LastPart(name), cancellationToken).ConfigureAwait(false)
            : await folders.FindBesideAsync(id, place, cancellationToken).ConfigureAwait(false);
        return Entry(
            RunFileKind.Source, index, name, place, found.IsMissing && place.Contains('\\')
                ? await folders.FindBesideAsync(id, place.Replace('\\', '/'), cancellationToken).ConfigureAwait(false)
                : found);
    }

    // The path is as given to the training process, so it is usually not found here.
    private async ValueTask<(RunFile File, StoredFile Stored)> ResourceAsync(
        SacredValue item, int index, CancellationToken cancellationToken)
    {
        if (Pair(item) is not var (name, place))
        {
            return Entry(RunFileKind.Resource, index, Shown(item), "", NoName);
        }

        var found = await folders.FindBesideAsync(id, place, cancellationToken).ConfigureAwait(false);
        var kept = found.Path is null
            ? await folders.FindBesideAsync(id, "_resources/" + LastPart(place), cancellationToken).ConfigureAwait(false)
            : found;
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
