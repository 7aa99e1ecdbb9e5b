using Sacredboard.Data.Metrics;

namespace Sacredboard.Data.Fields;

/// <summary>
/// Names one value of a run, in columns, orders and queries. Written <c>status</c>, <c>lr</c>
/// (a config key), <c>config.status</c>, <c>info.best.loss</c>, <c>model.layers[0]</c>, <c>optimizer."weird key"</c>:
/// a name that is not one of <see cref="OwnFields"/> and has no root in front is a config path. Statistics of metrics are written
/// <c>last(loss)</c>, <c>min("odd name")</c>, <c>at(loss, 100)</c>.
/// </summary>
public sealed record RunField
{
    public required FieldRoot Root { get; init; }

    /// <summary>
    /// Keys from the root; an index of a list is a number as text. For <see cref="FieldRoot.Own"/> and <see cref="FieldRoot.Metric"/> the
    /// name alone.
    /// </summary>
    public required IReadOnlyList<string> Path { get; init; }

    /// <summary>Which statistic of the metric; null for fields that are not metrics.</summary>
    public MetricStatistic? Statistic { get; private init; }

    /// <summary>The step of <see cref="MetricStatistic.At"/>, finite; null for other statistics.</summary>
    public double? Step { get; private init; }

    /// <summary>
    /// Of the lowest, highest or mean value of a metric: the number of its points that are left out because they are not finite; null for
    /// all other fields.
    /// </summary>
    public RunField? LeftOut =>
        Statistic is MetricStatistic.Min or MetricStatistic.Max or MetricStatistic.Mean ? Metric(Path[0], MetricStatistic.NonFinite) : null;

    /// <summary>The own field; null for fields in a tree and for statistics.</summary>
    public OwnField? OwnField => Root == FieldRoot.Own ? OwnFields.Find(Path[0]) : null;

    /// <summary>The tree in which it lies and the path there; null when it lies in none.</summary>
    internal (FieldRoot Root, IReadOnlyList<string> Path)? InTree => Root switch
    {
        FieldRoot.Metric => null,
        FieldRoot.Own => OwnField?.Tree is { } tree ? (tree, []) : null,
        _ => (Root, Path),
    };

    /// <param name="name">The name of one of <see cref="OwnFields"/>.</param>
    public static RunField Own(string name) =>
        OwnFields.Find(name)?.Field ?? throw new ArgumentException($"There is no own field {name}.", nameof(name));

    public static RunField Config(params string[] path) => new() { Root = FieldRoot.Config, Path = path };

    /// <param name="name">The metric's name, any text.</param>
    /// <param name="kind">Which statistic.</param>
    /// <param name="step">Needed for <see cref="MetricStatistic.At"/> and for no other.</param>
    public static RunField Metric(string name, MetricStatistic kind, double? step = null)
    {
        if (kind == MetricStatistic.At ? step is not { } at || !double.IsFinite(at) : step is not null)
        {
            throw new ArgumentException("A finite step must be given for a value at a step, and only for that.", nameof(step));
        }

        // Adding zero turns -0 into 0, so that the two are equal.
        return new() { Root = FieldRoot.Metric, Path = [name], Statistic = kind, Step = step + 0.0 };
    }

    /// <summary>Parses a field; false with the position of the first fault.</summary>
    public static bool TryParse(string text, out RunField? field, out int position) => RunFieldText.TryParse(text, out field, out position);

    /// <summary>The shortest text that <see cref="TryParse"/> reads as this field.</summary>
    public override string ToString() => RunFieldText.Write(this);

    public bool Equals(RunField? other) =>
        other is not null && (Root, Statistic, Step) == (other.Root, other.Statistic, other.Step) && Path.SequenceEqual(other.Path);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add((Root, Statistic, Step));
        foreach (var key in Path)
        {
            hash.Add(key);
        }

        return hash.ToHashCode();
    }
}
