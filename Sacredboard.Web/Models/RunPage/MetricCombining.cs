using System.Text.RegularExpressions;

namespace Sacredboard.Web.Models.RunPage;

/// <summary>Puts metrics into one chart when a regular expression captures the same text of their names.</summary>
internal static class MetricCombining
{
    /// <summary>Joins what was measured on different data: <c>training.loss</c> and <c>validation.loss</c>.</summary>
    public const string Splits = "splits";

    /// <summary>Joins all metrics of a group.</summary>
    public const string Groups = "([^./]+)[./].+";

    private const string SplitsExpression = "(?:train(?:ing)?|val(?:id(?:ation)?)?|test(?:ing)?|eval(?:uation)?)[._/ -](.+)";

    /// <summary>More curves cannot be told apart; what is left goes into further charts.</summary>
    private const int MostCurves = 40;

    private static readonly TimeSpan LongestMatch = TimeSpan.FromSeconds(2);

    /// <summary>The charts in the order of their first metrics, and what is wrong with the expression or null.</summary>
    /// <param name="metrics">All metrics of a run.</param>
    /// <param name="expression">
    /// Written by a reader, so it is matched in linear time; <see cref="Splits"/> stands for a common one, "" combines nothing.
    /// </param>
    public static (IReadOnlyList<RunChart> Charts, string? Problem) Combine(IReadOnlyList<RunMetric> metrics, string expression)
    {
        IReadOnlyList<RunChart> Alone() => [.. metrics.Select(metric => new RunChart(metric))];

        if (expression.Length == 0)
        {
            return (Alone(), null);
        }

        if (Read(expression == Splits ? SplitsExpression : expression, out var pattern) is { } problem)
        {
            return (Alone(), problem);
        }

        try
        {
            var charts = metrics.GroupBy(metric => KeyOf(pattern!, metric.Metric.Name))
                .SelectMany(group => ChartsOf(group.Key.Text, [.. group])).ToList();
            return (charts, charts.Exists(chart => chart.IsCombined) ? null : "No two metrics have the same text in its parentheses.");
        }
        catch (RegexMatchTimeoutException)
        {
            return (Alone(), "It takes too long to try this expression on the names of the metrics.");
        }
    }

    private static string? Read(string expression, out Regex? pattern)
    {
        pattern = null;
        try
        {
            pattern = new Regex($@"^(?:{expression})\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, LongestMatch);
            return pattern.GetGroupNumbers().Length > 1 ? null
                : "It needs a part in parentheses, such as training.(.+): metrics with the same text there share a chart.";
        }
        catch (NotSupportedException)
        {
            return "Look-around, back references and atomic groups cannot be used here.";
        }
        catch (ArgumentException exception)
        {
            return $"This is not a regular expression: {Reason(exception.Message)}";
        }
    }

    // .NET's message quotes the whole pattern first: "Invalid pattern '…' at offset 3. Not enough )'s."
    private static string Reason(string message)
    {
        var start = message.IndexOf(" at offset ", StringComparison.Ordinal);
        var end = start < 0 ? -1 : message.IndexOf(". ", start, StringComparison.Ordinal);
        return end < 0 ? message : message[(end + 2)..];
    }

    // A name that does not match is not equal to a text that was captured.
    private static (bool IsCaptured, string Text) KeyOf(Regex pattern, string name) =>
        pattern.Match(name) is { Success: true } match
            ? (true, string.Join(' ', match.Groups.Values.Skip(1).Where(group => group.Success).Select(group => group.Value)))
            : (false, name);

    private static IEnumerable<RunChart> ChartsOf(string name, IReadOnlyList<RunMetric> metrics) =>
        metrics.Count == 1 ? [new RunChart(metrics[0])]
            : metrics.Chunk(MostCurves).Select((part, place) => part.Length == 1 ? new RunChart(part[0])
                : new RunChart(place == 0 ? $"={name}" : $"={name} ({place + 1})", part)
                {
                    Title = Formatting.ValueText.Visible(place == 0 ? name : $"{name} ({place + 1})"),
                });
}
