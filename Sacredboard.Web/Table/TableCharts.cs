namespace Sacredboard.Web.Table;

/// <summary>The curves of the rows of a table, beside it.</summary>
/// <param name="Metric">The metric; null for the one that the source shows by default.</param>
public sealed record TableCharts(string? Metric)
{
    private const string On = "on";
    private const string OfMetric = "metric:";

    /// <summary>Null for what is neither <c>on</c> nor <c>metric:</c> and a name.</summary>
    public static TableCharts? Read(string text) =>
        text == On ? new(Metric: null)
        : text.StartsWith(OfMetric, StringComparison.Ordinal) ? new(text[OfMetric.Length..])
        : null;

    public override string ToString() => Metric is null ? On : OfMetric + Metric;
}
