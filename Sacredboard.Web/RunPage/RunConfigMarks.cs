using Sacredboard.Data.Differences;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Values;
using Sacredboard.Web.Formatting;

namespace Sacredboard.Web.RunPage;

/// <summary>Marks in a config what was set from outside, and what differs from another run.</summary>
internal static class RunConfigMarks
{
    private static readonly ValueMark Set = new(
        "set", "set", "Set from outside when the run was started: on the command line or by who called it.");

    /// <param name="run">Decoded.</param>
    /// <param name="differences">From the config of the other run to that of this one.</param>
    /// <param name="other">How the other run is called: "#3".</param>
    public static IReadOnlyDictionary<string, IReadOnlyList<ValueMark>> Of(Run run, IEnumerable<ConfigDifference> differences, string other)
    {
        var marks = new Dictionary<string, List<ValueMark>>();
        foreach (var path in SetPaths(run).Select(ValueMark.PathOf).Distinct())
        {
            marks[path] = [Set];
        }

        foreach (var difference in differences.Where(difference => difference.After is not null))
        {
            var path = ValueMark.PathOf(difference.Path);
            var there = difference.Before is { } before ? ValueText.Cell(before) : null;
            marks.TryAdd(path, []);
            marks[path].Add(there is null
                ? new("differs", "new", $"{other} does not have it.")
                : new("differs", $"there {Ellipsis.End(there.Text, 40)}", $"In {other}: {there.Full ?? there.Text}"));
        }

        return marks.ToDictionary(mark => mark.Key, IReadOnlyList<ValueMark> (mark) => mark.Value);
    }

    // meta.config_updates since Sacred 0.8.3, where a key given from Python may have dots; what was typed before that.
    private static IEnumerable<IReadOnlyList<string>> SetPaths(Run run)
    {
        var updates = run.Meta.Member("config_updates");
        return updates is SacredObject { Members.Count: > 0 }
            ? Leaves([], updates)
            : run.Meta.Member("options").Member("UPDATE").Items()
                .Select(update => update.Text() ?? "")
                .Where(update => update.Contains('='))
                .Select(update => (IReadOnlyList<string>)update[..update.IndexOf('=', StringComparison.Ordinal)].Split('.'));
    }

    private static IEnumerable<IReadOnlyList<string>> Leaves(IReadOnlyList<string> path, SacredValue value) =>
        value is SacredObject { Members.Count: > 0 } members
            ? members.Members.Where(member => member.Key != ConfigKey.Docstring)
                .SelectMany(member => Leaves([.. path, .. member.Key.Split('.')], member.Value))
            : [path];
}
