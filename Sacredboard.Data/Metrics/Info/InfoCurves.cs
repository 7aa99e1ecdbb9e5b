using Sacredboard.Data.Values;
using Sacredboard.Data.Values.Python;

namespace Sacredboard.Data.Metrics.Info;

/// <summary>
/// The lists of numbers in the info of a run: what people kept as curves before Sacred had metrics. A list is a curve when at least two of
/// its items are numbers, wherever it is in the tree, but not inside another list. Its steps are in a list beside it, named as it is with
/// <c>_T</c>, <c>_t</c>, <c>_steps</c>, <c>_step</c> or <c>_x</c> behind, which is no curve itself then; without one, its items are
/// counted from 0.
/// </summary>
public sealed class InfoCurves
{
    /// <summary>Prefix of the names of curves; the keys on the way to a list follow, joined by points.</summary>
    public const string Prefix = "info:";

    private static readonly string[] StepSuffixes = ["_T", "_t", "_steps", "_step", "_x"];

    private readonly Dictionary<string, NumberList> _lists = new(StringComparer.Ordinal);

    private readonly Lazy<Dictionary<string, Curve>> _curves;

    private InfoCurves() => _curves = new(() => Curves().ToDictionary(curve => curve.Path, StringComparer.Ordinal));

    /// <summary>The names of the curves, sorted.</summary>
    public IEnumerable<string> Names => _curves.Value.Keys.Select(path => Prefix + path).Order(StringComparer.Ordinal);

    /// <param name="info">As stored, whole or in part; null for none.</param>
    public static InfoCurves Of(SacredValue? info)
    {
        var curves = new InfoCurves();
        if (info is not null)
        {
            curves.Add(info, null, default);
        }

        return curves;
    }

    /// <summary>
    /// Whether the list of a curve, or that of its steps, may lie below a key, however deep in the tree the key is. True for some others
    /// too, because keys may have points.
    /// </summary>
    public static bool MayLead(string key, string name) => Searched(name).Any(path => path.Contains(key, StringComparison.Ordinal));

    /// <summary>The paths that the list of a curve and that of its steps may have; every key that leads to them is a part of one.</summary>
    public static IReadOnlyList<string> Searched(string name) =>
        name.StartsWith(Prefix, StringComparison.Ordinal)
            ? [.. StepSuffixes.Select(suffix => name[Prefix.Length..] + suffix)]
            : [];

    /// <summary>Null when there is no such curve.</summary>
    /// <param name="name">With the prefix.</param>
    public MetricSeries? Find(string name)
    {
        if (!name.StartsWith(Prefix, StringComparison.Ordinal) || !_curves.Value.TryGetValue(name[Prefix.Length..], out var curve))
        {
            return null;
        }

        var count = CountOf(curve);
        return new()
        {
            Name = name,
            Steps = Steps(curve),
            Values = curve.Values.Values[..count].ToArray(),
            Times = [.. Enumerable.Repeat(double.NaN, count)],
            NotNumbers = [.. curve.Values.NotNumbers.Where(place => place < count)],
        };
    }

    /// <summary>All curves without their points, sorted by name.</summary>
    public IReadOnlyList<Metric> List() =>
        [.. _curves.Value.Values.Select(Describe).OrderBy(metric => metric.Name, StringComparer.Ordinal)];

    private static Metric Describe(Curve curve)
    {
        var count = CountOf(curve);
        int[] odd = [.. curve.Values.NotNumbers.Where(place => place < count)];
        var ends = new MetricEnds(Step(curve, 0), Step(curve, count - 1), curve.Values.Item(0), curve.Values.Item(count - 1));
        return Metric.Of(Prefix + curve.Path, Steps(curve), curve.Values.Values[..count], odd, ends) with { IsFromInfo = true };
    }

    private static double[] Steps(Curve curve) =>
        curve.Steps is { } steps
            ? steps.Values[..CountOf(curve)].ToArray()
            : [.. Enumerable.Range(0, curve.Values.Count).Select(i => (double)i)];

    private static SacredValue Step(Curve curve, int place) => curve.Steps?.Item(place) ?? new SacredInteger(place);

    private static int CountOf(Curve curve) => Math.Min(curve.Values.Count, curve.Steps?.Count ?? int.MaxValue);

    private IEnumerable<Curve> Curves()
    {
        var found = _lists.ToDictionary(list => list.Key, list => StepsOf(list.Key, list.Value));
        var areSteps = found.Values.OfType<string>().ToHashSet(StringComparer.Ordinal);
        return _lists.Where(list => !areSteps.Contains(list.Key)).Select(list =>
            new Curve(list.Key, list.Value, found[list.Key] is { } steps ? _lists[steps] : null));
    }

    // Sacred may store the info between the moments when a run appends the step and the value of a point.
    private string? StepsOf(string path, NumberList values) => StepSuffixes.Select(suffix => path + suffix).FirstOrDefault(steps =>
        _lists.TryGetValue(steps, out var list) && Math.Abs(list.Count - values.Count) <= 1);

    private void Add(SacredValue value, string? path, SecretContext context)
    {
        switch (value)
        {
            case SacredList { Items: var items } when path is not null && !context.HidesNumbers && NumberList.Of(items) is { } numbers:
                _lists[path] = numbers;
                break;
            case SacredTyped { Value: { } decoded }:
                Add(decoded, path, context);
                break;
            case SacredObject { Members: var members } when members.Any(member => member.Key.StartsWith("py/", StringComparison.Ordinal))
                && Jsonpickle.Decode(value) is SacredTyped typed:
                Add(typed, path, context);
                break;
            case SacredObject { Members: var members }:
                foreach (var (key, member) in members)
                {
                    Add(member, path is null ? key : $"{path}.{key}", context.Under(key));
                }

                break;
        }
    }

    private sealed record Curve(string Path, NumberList Values, NumberList? Steps);
}
