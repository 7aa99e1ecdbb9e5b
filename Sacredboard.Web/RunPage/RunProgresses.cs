using System.Globalization;
using System.Text.RegularExpressions;
using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Values;
using Sacredboard.Web.Formatting;
using Sacredboard.Web.Models.RunPage;
using Sacredboard.Web.Terminal;

namespace Sacredboard.Web.RunPage;

/// <summary>
/// Estimates how far a run is: by the last step of its metrics against a config value that by its name says how many there will be, else by
/// the last progress bar (tqdm) in its output. Which of these counts can be chosen.
/// </summary>
internal static partial class RunProgresses
{
    private const int MaxDepth = 4;
    private const int MaxKey = 200;
    private const int MaxKeys = 60;

    /// <summary>Null for a run that does not go on, or that has nothing to choose from.</summary>
    /// <param name="shown">The run as the table shows it.</param>
    /// <param name="output">The end of its output.</param>
    public static RunProgressViewModel? Of(RunPageData data, CatalogRun shown, OutputEnd output)
    {
        if (shown.Status != RunStatus.Running)
        {
            return null;
        }

        var request = data.Request;
        var config = data.SmallConfig;
        var numbers = Goals("", config, 0, _ => true).ToList();
        var likely = Goals("", config, 0, name => GoalName().IsMatch(name)).ToList();
        var chosen = request.Choices.Goal;
        var picked = numbers.Where(number => number.Key == chosen).Take(1).ToList();
        var progress = chosen == RunProgressViewModel.Bar ? ByBar(output)
            : picked.Count > 0 ? BySteps(data, shown, picked)
            : BySteps(data, shown, likely) ?? ByBar(output);
        return progress is null && chosen.Length == 0 && data.Metrics.Count == 0 ? null : new(progress)
        {
            PageUrl = request.Urls.Run(request.Id),
            Carried = [.. request.State.Pairs()],
            Keys = [.. likely.Concat(numbers).Select(goal => goal.Key).Where(key => key.Length <= MaxKey).Distinct().Take(MaxKeys)],
            Chosen = chosen,
        };
    }

    // Steps may count epochs or batches: a goal in another unit is passed already, or gives the smaller share.
    private static RunProgress? BySteps(RunPageData data, CatalogRun shown, IReadOnlyList<(string Key, double Total)> goals)
    {
        var steps = data.Metrics.Select(metric => Number(metric.Metric.LastStep)).OfType<double>().Where(step => step > 0).ToList();
        var best = (
            from goal in goals
            from step in steps
            where step <= goal.Total
            orderby step / goal.Total descending
            select (Goal: goal, Step: step)).FirstOrDefault();
        return best.Goal.Key is null ? null : new(
            best.Step, best.Goal.Total, $"step {NumberText.Short(best.Step)} of {best.Goal.Key} = {NumberText.Short(best.Goal.Total)}",
            Left(shown, best.Step / best.Goal.Total), "Estimated from the last step of its metrics and this config value.");
    }

    private static TimeSpan? Left(CatalogRun shown, double share) =>
        shown is { Started: { } started, Heartbeat: { } last } && last > started && share is > 0 and <= 1
            ? TimeSpan.FromSeconds(Math.Min((last - started).TotalSeconds * (1 - share) / share, TimeSpan.FromDays(3650).TotalSeconds))
            : null;

    private static RunProgress? ByBar(OutputEnd output)
    {
        foreach (var row in output.Rows.Reverse())
        {
            var match = Bar().Match(string.Concat(row.Spans.Select(span => span.Text)));
            if (match.Success && Count(match.Groups["done"]) is { } done
                && Count(match.Groups["total"]) is { } total && total > 0 && done <= total)
            {
                return new(done, total, $"{match.Groups["done"].Value} of {match.Groups["total"].Value}", Span(match.Groups["left"].Value),
                    "Read from the last progress bar in its output, which may be one of several.");
            }
        }

        return null;
    }

    private static IEnumerable<(string Key, double Total)> Goals(string prefix, SacredValue? value, int depth, Func<string, bool> isGoal) =>
        value is not SacredObject members || depth == MaxDepth ? [] : members.Members.SelectMany(member =>
        {
            var key = prefix + member.Key;
            return isGoal(member.Key) && Number(member.Value) is { } total && total > 1 && double.IsFinite(total)
                ? [(ValueText.Visible(key), total)]
                : Goals(key + ".", member.Value, depth + 1, isGoal);
        });

    private static double? Number(SacredValue? value) => value switch
    {
        SacredInteger integer => (double)integer.Value,
        SacredDouble number => number.Value,
        _ => null,
    };

    private static double? Count(Group digits) =>
        double.TryParse(digits.Value.TrimEnd('k', 'M', 'G'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number * (digits.Value[^1] switch { 'k' => 1e3, 'M' => 1e6, 'G' => 1e9, _ => 1 })
            : null;

    // 05:12 or 1:05:12
    private static TimeSpan? Span(string text)
    {
        var seconds = 0.0;
        foreach (var part in text.Split(':'))
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                return null;
            }

            seconds = (seconds * 60) + number;
        }

        return seconds < TimeSpan.FromDays(3650).TotalSeconds ? TimeSpan.FromSeconds(seconds) : null;
    }

    [GeneratedRegex(
        "^(?:(?:n|num|max|total|nb|number_of)_?)?(?:train(?:ing)?_?)?(?:epochs|steps|iters|iterations|episodes|timesteps|updates)$",
        RegexOptions.IgnoreCase)]
    private static partial Regex GoalName();

    [GeneratedRegex(@"\d{1,3}%\|.{0,200}?\| (?<done>[\d.]{1,15}[kMG]?)/(?<total>[\d.]{1,15}[kMG]?) \[[\d:]{1,12}<(?<left>[\d:?]{1,12})")]
    private static partial Regex Bar();
}
