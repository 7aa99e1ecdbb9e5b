using System.Text;
using Sacredboard.Data.Stores.Directories;

namespace Sacredboard.Data.Stores.Buckets;

/// <summary>What the keys of a bucket say: which runs there are, and which objects are theirs.</summary>
/// <param name="place">The bucket and the path in it.</param>
/// <param name="options">Which folders are searched.</param>
internal sealed class BucketKeys(BucketPlace place, FolderOptions options)
{
    private const string RunJson = "run.json";

    /// <summary>
    /// The id of the run whose run.json has this key: its path below that of the source, without the empty names that slashes leave. Null
    /// for a key that is no run.json, or lies where no runs are looked for.
    /// </summary>
    public string? RunOf(string key)
    {
        if (!key.EndsWith("/" + RunJson, StringComparison.Ordinal) || Below(key) is not { } below)
        {
            return null;
        }

        var names = below.Split('/', StringSplitOptions.RemoveEmptyEntries)[..^1];
        return names.Length > 0 && IsRunName(names[^1]) && options.Allows(string.Join('/', names[..^1])) ? string.Join('/', names) : null;
    }

    /// <summary>Where the objects of a run may lie that was not listed.</summary>
    public IEnumerable<string> PrefixesOf(string run)
    {
        var names = run.Split('/');
        return names.All(name => name.Length > 0) && IsWellFormed(run) && IsRunName(names[^1])
            && options.Allows(string.Join('/', names[..^1]))
            ? place.Prefixes.SelectMany(prefix => new[] { $"{prefix}{run}/", $"{prefix}/{run}/" })
            : [];
    }

    /// <summary>What the key of a run.json begins with: the prefix of all objects of the run.</summary>
    public static string PrefixOf(string key) => key[..^RunJson.Length];

    /// <summary>Sorts objects by their runs. Those in a run are its own, also another run.json.</summary>
    public (Dictionary<string, BucketRun> Runs, Dictionary<string, FileState> Others) Group(
        IReadOnlyCollection<BucketObject> objects, long listedAt)
    {
        var prefixes = new Dictionary<string, string>(StringComparer.Ordinal);
        // The shorter key first, so that a run is known before what lies in it.
        foreach (var key in objects.Select(item => item.Key).Where(key => key.EndsWith(RunJson, StringComparison.Ordinal))
            .OrderBy(key => key.Length))
        {
            if (RunOf(key) is { } run && Holder(prefixes, PrefixOf(key)) is null)
            {
                prefixes.Add(PrefixOf(key), run);
            }
        }

        var runs = new Dictionary<string, BucketRun>(StringComparer.Ordinal);
        var others = new Dictionary<string, FileState>(StringComparer.Ordinal);
        foreach (var (key, state) in objects)
        {
            if (Holder(prefixes, key) is not { } prefix)
            {
                others[key] = state;
                continue;
            }

            // Two spellings of one path would be one run; the first is taken.
            var run = runs.TryGetValue(prefixes[prefix], out var known)
                ? known
                : runs[prefixes[prefix]] = new(prefix, new Dictionary<string, FileState>(StringComparer.Ordinal), listedAt);
            if (run.Prefix == prefix)
            {
                ((Dictionary<string, FileState>)run.Objects)[key[prefix.Length..]] = state;
            }
        }

        return (runs, others);
    }

    // The first of the prefixes with which a key begins.
    private static string? Holder(Dictionary<string, string> prefixes, string key)
    {
        for (var end = key.IndexOf('/', StringComparison.Ordinal); end >= 0; end = key.IndexOf('/', end + 1))
        {
            if (prefixes.ContainsKey(key[..(end + 1)]))
            {
                return key[..(end + 1)];
            }
        }

        return null;
    }

    // What else a service refuses, or takes for something else.
    private static bool IsWellFormed(string run) =>
        run.Length <= 1000 && !run.Any(char.IsControl) && run.EnumerateRunes().All(rune => rune != Rune.ReplacementChar);

    private static bool IsRunName(string name) => name.Length <= 255 && name[0] != '_' && name is not ("." or "..");

    private string? Below(string key) =>
        place.Prefixes.FirstOrDefault(prefix => key.StartsWith(prefix, StringComparison.Ordinal)) is { } prefix
            ? key[prefix.Length..]
            : null;
}
