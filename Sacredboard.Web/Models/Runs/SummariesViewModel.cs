using Sacredboard.Data.Catalog.Summaries;
using Sacredboard.Web.Formatting;

namespace Sacredboard.Web.Models.Runs;

/// <summary>What a page says of the summaries of metrics that it shows or goes by: nothing when all are there.</summary>
public sealed record SummariesViewModel(IReadOnlyList<SummaryLine> Lines)
{
    public static SummariesViewModel Of(IReadOnlyList<SummaryProgress> summaries) => new([.. summaries.SelectMany(LinesOf)]);

    private static IEnumerable<SummaryLine> LinesOf(SummaryProgress summary)
    {
        var field = summary.Field.ToString();
        var runs = $"{NumberText.Count(summary.Known)} of {NumberText.Count(summary.Total)} runs summarised";
        if (summary.Problem is { } problem)
        {
            yield return new(field, $"{runs}. {problem}", IsProblem: true);
        }
        else if (!summary.IsComplete)
        {
            yield return new(field, runs, IsProblem: false);
        }

        if (summary.Unreadable > 0)
        {
            yield return new(field, summary.Unreadable == 1 ? "the metrics of 1 run cannot be read" : $"the metrics of {NumberText.Count(summary.Unreadable)} runs cannot be read", IsProblem: true);
        }
    }
}

/// <param name="Field">As it is written.</param>
public sealed record SummaryLine(string Field, string Text, bool IsProblem);
