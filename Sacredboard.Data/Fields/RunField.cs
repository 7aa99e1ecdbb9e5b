using Sacredboard.Data.Metrics;

namespace Sacredboard.Data.Fields;

/// <summary>
/// Names one value of a run, as the table's columns, the sort order and queries do. Written <c>status</c>, <c>lr</c>
/// (a config key), <c>config.status</c>, <c>info.best.loss</c>, <c>model.layers[0]</c>, <c>optimizer."weird key"</c>:
/// a name that is not one of <see cref="OwnNames"/> and has no root in front is a config path. Summaries of metrics are written
/// <c>last(loss)</c>, <c>min("odd name")</c>, <c>at(loss, 100)</c>.
/// </summary>
public sealed record RunField
{
    /// <summary>The run's own properties that can be columns, in the table's order.</summary>
    public static readonly IReadOnlyList<string> OwnNames =
    [
        "status", "id", "experiment", "command", "started", "stopped", "duration", "heartbeat", "host", "user", "result",
        "comment", "notes", "tags", "failure",
    ];

    public required FieldRoot Root { get; init; }

    /// <summary>Keys from the root down; an index of a list is its number as text. For <see cref="FieldRoot.Own"/> and <see cref="FieldRoot.Metric"/> the one name.</summary>
    public required IReadOnlyList<string> Path { get; init; }

    /// <summary>Which summary; null for all that is no metric.</summary>
    public MetricSummaryKind? Summary { get; private init; }

    /// <summary>Of <see cref="MetricSummaryKind.At"/>: where. Finite.</summary>
    public double? Step { get; private init; }

    public static RunField Own(string name) => new() { Root = FieldRoot.Own, Path = [name] };

    public static RunField Config(params string[] path) => new() { Root = FieldRoot.Config, Path = path };

    /// <param name="name">The metric's name, any text.</param>
    /// <param name="kind">Which of its summaries.</param>
    /// <param name="step">Needed for <see cref="MetricSummaryKind.At"/> and for no other.</param>
    public static RunField Metric(string name, MetricSummaryKind kind, double? step = null)
    {
        if (kind == MetricSummaryKind.At ? step is not { } at || !double.IsFinite(at) : step is not null)
        {
            throw new ArgumentException("A finite step is given for a value at a step, and only for that.", nameof(step));
        }

        // Adding zero makes one of the two zeros.
        return new() { Root = FieldRoot.Metric, Path = [name], Summary = kind, Step = step + 0.0 };
    }

    /// <summary>Reads a field as it is written; false with the position of the first fault.</summary>
    public static bool TryParse(string text, out RunField? field, out int position) => RunFieldText.TryParse(text, out field, out position);

    /// <summary>The shortest way to write it that <see cref="TryParse"/> reads back.</summary>
    public override string ToString() => RunFieldText.Write(this);

    public bool Equals(RunField? other) =>
        other is not null && (Root, Summary, Step) == (other.Root, other.Summary, other.Step) && Path.SequenceEqual(other.Path);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add((Root, Summary, Step));
        foreach (var key in Path)
        {
            hash.Add(key);
        }

        return hash.ToHashCode();
    }
}
