using Sacredboard.Data.Catalog.Statistics;
using Sacredboard.Web.Formatting;

namespace Sacredboard.Web.Models.TablePage;

/// <summary>What a page says of the summaries of metrics that it shows or goes by: nothing when all are there.</summary>
/// <param name="Lines">Problems first; of hundreds of columns not all.</param>
/// <param name="More">How many lines there would be besides.</param>
public sealed record SummariesViewModel(IReadOnlyList<SummaryLine> Lines, int More)
{
    private const int MostLines = 4;

    public static SummariesViewModel Of(IReadOnlyList<SummaryProgress> summaries)
    {
        var lines = summaries.SelectMany(LinesOf).OrderBy(line => line.IsProblem ? 0 : 1).ToList();
        return new([.. lines.Take(MostLines)], Math.Max(0, lines.Count - MostLines));
    }

    private static IEnumerable<SummaryLine> LinesOf(SummaryProgress summary)
    {
        var field = summary.Field.ToString();
        var runs = $"computed for {NumberText.Count(summary.Known)} of {NumberText.Count(summary.Total)} runs";
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
