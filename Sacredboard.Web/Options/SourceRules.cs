using Sacredboard.Data.Stores.Mongo;
using Sacredboard.Web.CommandLine;

namespace Sacredboard.Web.Options;

/// <summary>Checks the settings of sources.</summary>
internal static class SourceRules
{
    public static IEnumerable<string> Failures(SacredboardOptions options, StartSettings start)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var failures = options.Place is { } place ? Failures(place, "Place", start) : [];
        for (var i = 0; i < options.Sources.Count; i++)
        {
            var source = options.Sources[i];
            failures = failures.Concat(Failures(source, $"Sources:{i}", start));
            if (source.Name is { } name && !names.Add(name))
            {
                failures = failures.Append($"{SacredboardOptions.Section}:Sources:{i}:Name: '{name}' is taken by a source before it; each needs its own");
            }
        }

        return failures.Concat(StateFailures(options, start));
    }

    // Nothing of ours is written into a directory of runs.
    private static IEnumerable<string> StateFailures(SacredboardOptions options, StartSettings start)
    {
        var state = StateDirectory.Of(options) + Path.DirectorySeparatorChar;
        return options.Sources.Append(options.Place)
            .Where(source => source?.Directory is { Length: > 0 } directory && state.StartsWith(Path.TrimEndingDirectorySeparator(Path.GetFullPath(HomePath.Expand(directory))) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            .Select(source => $"{start.NameOf($"{SacredboardOptions.Section}:{nameof(options.StatePath)}")}: '{StateDirectory.Of(options)}' lies in the directory of runs '{source!.Directory}', where only Sacred writes; take another directory");
    }

    private static IEnumerable<string> Failures(SourceOptions source, string key, StartSettings start)
    {
        string Name(string setting) => start.NameOf($"{SacredboardOptions.Section}:{key}:{setting}");

        if (source.Name is { } name && !SourceNames.IsName(name))
        {
            yield return $"{Name(nameof(source.Name))}: is '{name}', allowed are up to 64 letters, digits, - and _, but none of {string.Join(", ", SourceNames.Reserved.Order())}";
        }

        foreach (var failure in source.Url is null ? DirectoryFailures(source, key, start) : MongoFailures(source, Name))
        {
            yield return failure;
        }

        if (source.MaxRuns is < 1)
        {
            yield return $"{Name(nameof(source.MaxRuns))}: is {source.MaxRuns}, allowed is a number from 1, or nothing for all runs";
        }
    }

    private static IEnumerable<string> MongoFailures(SourceOptions source, Func<string, string> name)
    {
        if (source.Directory is not null)
        {
            yield return $"{name(nameof(source.Directory))}: stands beside {name(nameof(source.Url))}; give only one of them";
        }

        if (SchemeOf(source.Url!) is not ("mongodb://" or "mongodb+srv://"))
        {
            // A connection string may hold a password, so only its scheme is quoted.
            yield return $"{name(nameof(source.Url))}: is '{SchemeOf(source.Url!)}…', allowed is a mongodb:// or mongodb+srv:// URL, or a directory";
        }
        else if (!MongoPlace.TryParse(source.Url!, source.Database, out _, out var problem))
        {
            yield return $"{name(nameof(source.Url))}: {problem}";
        }

        if (source.Collection is not null && source.CollectionPrefix is not null)
        {
            yield return $"{name(nameof(source.CollectionPrefix))}: stands beside {name(nameof(source.Collection))}; give only one of them";
        }
    }

    private static IEnumerable<string> DirectoryFailures(SourceOptions source, string key, StartSettings start)
    {
        var prefix = $"{SacredboardOptions.Section}:{key}";
        (string Setting, string? Value)[] all =
        [
            (nameof(source.Database), source.Database),
            (nameof(source.Collection), source.Collection),
            (nameof(source.CollectionPrefix), source.CollectionPrefix),
        ];
        var mongoOnly = all.Where(setting => setting.Value is not null).Select(setting => setting.Setting).ToList();
        foreach (var setting in mongoOnly)
        {
            yield return $"{start.NameOf($"{prefix}:{setting}")}: needs a MongoDB to read from; give a mongodb:// URL as well";
        }

        var directory = $"{prefix}:{nameof(source.Directory)}";
        if (source.Directory is null && mongoOnly.Count == 0)
        {
            yield return $"{prefix}: has neither Url nor Directory; give one of them";
        }
        else if (source.Directory is { Length: 0 })
        {
            yield return $"{start.NameOf(directory)}: is empty, allowed is the directory that a FileStorageObserver writes to";
        }
        else if (source.Directory is { } path && start.IsGiven(directory) && !Directory.Exists(HomePath.Expand(path)))
        {
            // A configured directory may appear later, with a network drive; on the command line a missing one is a mistake.
            yield return $"{start.NameOf(directory)}: there is no directory '{path}'; allowed is a directory of a FileStorageObserver, or a mongodb:// or mongodb+srv:// URL";
        }
    }

    private static string SchemeOf(string url)
    {
        var end = url.IndexOf("://", StringComparison.Ordinal);
        return end < 0 ? "" : url[..(end + 3)];
    }
}
