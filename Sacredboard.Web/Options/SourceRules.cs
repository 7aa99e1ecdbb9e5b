using Sacredboard.Data.Stores;
using Sacredboard.Web.CommandLine;

namespace Sacredboard.Web.Options;

/// <summary>Checks the settings of sources.</summary>
internal static class SourceRules
{
    public static IEnumerable<string> Failures(SacredboardOptions options, Backends backends, StartSettings start)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var failures = options.Place is { } place ? Failures(place, "Place", backends, start) : [];
        for (var i = 0; i < options.Sources.Count; i++)
        {
            var source = options.Sources[i];
            failures = failures.Concat(Failures(source, $"Sources:{i}", backends, start));
            if (source.Name is { } name && !names.Add(name))
            {
                failures = failures.Append(
                    $"{SacredboardOptions.Section}:Sources:{i}:Name: '{name}' is taken by a source before it; each needs its own");
            }
        }

        return failures.Concat(StateFailures(options, start));
    }

    // Nothing of ours is written into a directory of runs.
    private static IEnumerable<string> StateFailures(SacredboardOptions options, StartSettings start)
    {
        var state = StateDirectory.Of(options) + Path.DirectorySeparatorChar;
        return options.Sources.Append(options.Place)
            .Where(source => source?.Directory is { Length: > 0 } directory
                && state.StartsWith(Path.TrimEndingDirectorySeparator(
                    Path.GetFullPath(HomePath.Expand(directory))) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            .Select(source => $"{start.NameOf($"{SacredboardOptions.Section}:{nameof(options.StatePath)}")}: "
                + $"'{StateDirectory.Of(options)}' lies in the directory of runs '{source!.Directory}', where only Sacred writes; take "
                    + $"another directory");
    }

    private static IEnumerable<string> Failures(SourceOptions source, string key, Backends backends, StartSettings start)
    {
        string Name(string setting) => start.NameOf($"{SacredboardOptions.Section}:{key}:{setting}");

        if (source.Name is { } name && !SourceNames.IsName(name))
        {
            yield return $"{Name(nameof(source.Name))}: is '{name}', allowed are up to 64 letters, digits, - and _, but none of "
                + $"{string.Join(", ", SourceNames.Reserved.Order())}";
        }

        foreach (var problem in backends.Check(source)
            .Where(problem => !problem.MayBeTemporary || start.IsGiven($"{SacredboardOptions.Section}:{key}:{problem.Option}")))
        {
            yield return problem.ConflictsWith is { } other ? $"{Name(problem.Option)}: cannot be combined with {Name(other)}"
                : problem.Option.Length > 0 ? $"{Name(problem.Option)}: {problem.Text}"
                : $"{SacredboardOptions.Section}:{key}: {problem.Text}";
        }

        if (source.MaxRuns is < 1)
        {
            yield return $"{Name(nameof(source.MaxRuns))}: is {source.MaxRuns}, allowed is a number from 1, or nothing for all runs";
        }
    }
}
