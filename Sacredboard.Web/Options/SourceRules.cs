using Sacredboard.Web.CommandLine;
using Sacredboard.Web.Sources;

namespace Sacredboard.Web.Options;

/// <summary>What the settings of a source may be.</summary>
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

        return failures;
    }

    private static IEnumerable<string> Failures(SourceOptions source, string key, StartSettings start)
    {
        string Name(string setting) => start.NameOf($"{SacredboardOptions.Section}:{key}:{setting}");

        if (source.Name is { } name && !SourceNames.IsName(name))
        {
            yield return $"{Name(nameof(source.Name))}: is '{name}', allowed are up to 64 letters, digits, - and _, but none of {string.Join(", ", SourceNames.Reserved.Order())}";
        }

        if (source.Url is not null && source.Directory is not null)
        {
            yield return $"{Name(nameof(source.Directory))}: stands beside {Name(nameof(source.Url))}; give only one of them";
        }

        if (source.Url is { } url && !IsMongo(url))
        {
            yield return $"{Name(nameof(source.Url))}: is '{SchemeOf(url)}', allowed is a mongodb:// or mongodb+srv:// URL, or a directory";
        }

        var directory = Name(nameof(source.Directory));
        if (source.Directory is { Length: 0 })
        {
            yield return $"{directory}: is empty, allowed is the directory that a FileStorageObserver writes to";
        }
        else if (source.Directory is { } path && start.IsGiven($"{SacredboardOptions.Section}:{key}:Directory") && !Directory.Exists(HomePath.Expand(path)))
        {
            yield return $"{directory}: there is no directory '{path}'; allowed is a directory of a FileStorageObserver, or a mongodb:// or mongodb+srv:// URL";
        }

        foreach (var (setting, value) in MongoOnly(source))
        {
            if (value is not null && source.Url is null)
            {
                yield return $"{Name(setting)}: needs a MongoDB to read from; give a mongodb:// URL as well";
            }
        }

        if (source.Collection is not null && source.CollectionPrefix is not null)
        {
            yield return $"{Name(nameof(source.CollectionPrefix))}: stands beside {Name(nameof(source.Collection))}; give only one of them";
        }

        if (source.Url is null && source.Directory is null && MongoOnly(source).All(setting => setting.Value is null))
        {
            yield return $"{SacredboardOptions.Section}:{key}: has neither Url nor Directory; give one of them";
        }

        if (source.MaxRuns is < 1)
        {
            yield return $"{Name(nameof(source.MaxRuns))}: is {source.MaxRuns}, allowed is a number from 1, or nothing for all runs";
        }
    }

    private static IEnumerable<(string Setting, string? Value)> MongoOnly(SourceOptions source) =>
    [
        (nameof(source.Database), source.Database),
        (nameof(source.Collection), source.Collection),
        (nameof(source.CollectionPrefix), source.CollectionPrefix),
    ];

    private static bool IsMongo(string url) =>
        (url.StartsWith("mongodb://", StringComparison.Ordinal) && url.Length > "mongodb://".Length)
        || (url.StartsWith("mongodb+srv://", StringComparison.Ordinal) && url.Length > "mongodb+srv://".Length);

    /// <summary>A connection string may hold a password: only what stands in front of it is repeated.</summary>
    private static string SchemeOf(string url)
    {
        var end = url.IndexOf("://", StringComparison.Ordinal);
        return end < 0 ? "no URL" : url[..(end + 3)] + "…";
    }
}
