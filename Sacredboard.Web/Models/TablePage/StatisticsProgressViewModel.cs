using Sacredboard.Data.Catalog.Statistics;
using Sacredboard.Web.Formatting;

namespace Sacredboard.Web.Models.TablePage;

/// <summary>Progress and problems of the statistics of metrics that a page depends on; no lines if all are computed.</summary>
/// <param name="Lines">Problems first; limited, because a table may have hundreds of columns.</param>
/// <param name="More">Number of lines that are left out.</param>
public sealed record StatisticsProgressViewModel(IReadOnlyList<StatisticsProgressLine> Lines, int More)
{
    private const int MaxLines = 4;

    /// <param name="statistics">All that the page depends on.</param>
    /// <param name="pending">Those that its rows and their order depend on.</param>
    public static StatisticsProgressViewModel Of(IReadOnlyList<StatisticsProgress> statistics, PendingStatistics pending)
    {
        var lines = statistics.SelectMany(progress => LinesOf(progress, pending.EffectOf(progress.Field)))
            .OrderBy(line => line.IsProblem ? 0 : 1)
            .ToList();
        return new([.. lines.Take(MaxLines)], Math.Max(0, lines.Count - MaxLines));
    }

    private static IEnumerable<StatisticsProgressLine> LinesOf(StatisticsProgress statistics, string effect)
    {
        var field = statistics.Field.ToString();
        var runs = $"computed for {PendingStatistics.Runs(statistics)}{effect}";
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
