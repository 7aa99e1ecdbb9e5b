namespace Sacredboard.Web.Table;

/// <summary>The curves of the rows of a table, beside it.</summary>
/// <param name="Metric">The metric; null for the one that the source shows by default.</param>
/// <param name="IsJoined">They begin with the curves of the runs that their runs went on from.</param>
public sealed record TableCharts(string? Metric, bool IsJoined = false)
{
    private const string On = "on";
    private const string Joined = "joined";
    private const string OfMetric = "metric:";

    /// <summary>Null for what is neither <c>on</c> nor <c>metric:</c> and a name, nor either of them joined.</summary>
    public static TableCharts? Read(string text) =>
        text is On or Joined ? new(Metric: null, text == Joined)
        : text.StartsWith(OfMetric, StringComparison.Ordinal) ? new(text[OfMetric.Length..])
        : text.StartsWith($"{Joined}:{OfMetric}", StringComparison.Ordinal) ? new(text[(Joined.Length + 1 + OfMetric.Length)..], true)
        : null;

    public override string ToString() => (Metric, IsJoined) switch
    {
        (null, _) => IsJoined ? Joined : On,
        _ => (IsJoined ? $"{Joined}:" : "") + OfMetric + Metric,
    };
}
