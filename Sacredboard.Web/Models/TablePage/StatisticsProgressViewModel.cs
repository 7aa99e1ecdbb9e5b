using Sacredboard.Data.Catalog.Statistics;
using Sacredboard.Web.Formatting;

namespace Sacredboard.Web.Models.TablePage;

/// <summary>Progress and problems of the statistics of metrics that a page depends on; no lines if all are computed.</summary>
/// <param name="Lines">Problems first; limited, because a table may have hundreds of columns.</param>
/// <param name="More">Number of lines that are left out.</param>
public sealed record StatisticsProgressViewModel(IReadOnlyList<StatisticsProgressLine> Lines, int More)
{
    private const int MaxLines = 4;

    public static StatisticsProgressViewModel Of(IReadOnlyList<StatisticsProgress> statistics)
    {
        var lines = statistics.SelectMany(LinesOf).OrderBy(line => line.IsProblem ? 0 : 1).ToList();
        return new([.. lines.Take(MaxLines)], Math.Max(0, lines.Count - MaxLines));
    }

    private static IEnumerable<StatisticsProgressLine> LinesOf(StatisticsProgress statistics)
    {
        var field = statistics.Field.ToString();
        var runs = $"computed for {NumberText.Count(statistics.Known)} of {NumberText.Count(statistics.Total)} runs";
        if (statistics.Problem is { } problem)
        {
            yield return new(field, $"{runs}. {problem}", IsProblem: true);
        }
        else if (!statistics.IsComplete)
        {
            yield return new(field, runs, IsProblem: false);
        }

        if (statistics.Unreadable > 0)
        {
            yield return new(
                field,
                statistics.Unreadable == 1
                    ? "the metrics of 1 run cannot be read"
                    : $"the metrics of {NumberText.Count(statistics.Unreadable)} runs cannot be read",
                IsProblem: true);
        }
    }
}

/// <param name="Field">The text of the field.</param>
public sealed record StatisticsProgressLine(string Field, string Text, bool IsProblem);
