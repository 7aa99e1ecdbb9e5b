using Sacredboard.Data.Catalog.Statistics;
using Sacredboard.Web.Formatting;

namespace Sacredboard.Web.Models.TablePage;

/// <summary>What a page says of the statistics of metrics that it shows or goes by: nothing when all are there.</summary>
/// <param name="Lines">Problems first; of hundreds of columns not all.</param>
/// <param name="More">How many lines there would be besides.</param>
public sealed record StatisticsProgressViewModel(IReadOnlyList<StatisticsProgressLine> Lines, int More)
{
    private const int MostLines = 4;

    public static StatisticsProgressViewModel Of(IReadOnlyList<StatisticsProgress> statistics)
    {
        var lines = statistics.SelectMany(LinesOf).OrderBy(line => line.IsProblem ? 0 : 1).ToList();
        return new([.. lines.Take(MostLines)], Math.Max(0, lines.Count - MostLines));
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
            yield return new(field, statistics.Unreadable == 1 ? "the metrics of 1 run cannot be read" : $"the metrics of {NumberText.Count(statistics.Unreadable)} runs cannot be read", IsProblem: true);
        }
    }
}

/// <param name="Field">As it is written.</param>
public sealed record StatisticsProgressLine(string Field, string Text, bool IsProblem);
