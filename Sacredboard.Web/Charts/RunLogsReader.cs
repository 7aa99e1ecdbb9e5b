using System.Globalization;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores;
using Sacredboard.Data.Stores.Logs;
using Sacredboard.Web.Formatting;
using Sacredboard.Web.Models.RunPage;
using Sacredboard.Web.Sources;

namespace Sacredboard.Web.Charts;

/// <summary>Reads what the page shows of a run's TensorBoard logs.</summary>
internal static class RunLogsReader
{
    /// <summary>A page can hold so many steps of one name; a slider has no use for more.</summary>
    public const int MaxSteps = 200;

    private const int MaxPictures = 16;
    private const int MaxTexts = 10;
    private const int MaxTextLength = 5000;

    public static async Task<RunLogsViewModel> ReadAsync(Source source, SourceUrls urls, Run run, CancellationToken cancellationToken)
    {
        var logs = await source.Logs.ListAsync(run, cancellationToken);
        var texts = new List<LoggedText>();
        foreach (var summary in Of(logs, SummaryKind.Text))
        {
            texts.Add(await TextAsync(source.Logs, summary, cancellationToken));
        }

        return new RunLogsViewModel
        {
            Pictures = [.. Of(logs, SummaryKind.Image).Select(summary => Strip(summary, "", (place, at) => Pictures(urls, run.Summary.Id, summary.Name, place, at)))],
            Distributions = [.. Of(logs, SummaryKind.Histogram).Select(summary => Strip(summary, urls.Distribution(run.Summary.Id, summary.Name), (_, _) => []))],
            Texts = texts,
            Problems = logs.Problems,
        };
    }

    private static IEnumerable<LoggedSummary> Of(RunLogs logs, SummaryKind kind) =>
        logs.Summaries.Where(summary => summary.Kind == kind).OrderBy(summary => summary.Name, NaturalOrder.Comparer);

    private static LoggedStrip Strip(LoggedSummary summary, string url, Func<int, SummaryPlace, IReadOnlyList<string>> urls) => new(
        Name(summary),
        summary.Places.Count,
        [.. EvenSteps.Of(summary.Places.Count, MaxSteps).Select(place => new LoggedStep(Step(summary.Places[place]), urls(place, summary.Places[place])))],
        url);

    private static IReadOnlyList<string> Pictures(SourceUrls urls, RunId id, string name, int place, SummaryPlace at) =>
        [.. Enumerable.Range(0, Math.Min(at.Count, MaxPictures)).Select(picture => urls.Picture(id, name, place, picture, $"{at.File}-{at.Offset}"))];

    private static async Task<LoggedText> TextAsync(RunLogReader logs, LoggedSummary summary, CancellationToken cancellationToken)
    {
        var latest = new List<(string, string)>();
        for (var place = summary.Places.Count - 1; place >= Math.Max(0, summary.Places.Count - MaxTexts); place--)
        {
            var text = string.Join('\n', await logs.ReadTextsAsync(summary, place, cancellationToken));
            var shown = text.Length > MaxTextLength ? text[..MaxTextLength] + "…" : text;
            latest.Add((Step(summary.Places[place]), string.Join('\n', shown.ReplaceLineEndings("\n").Split('\n').Select(ValueText.Visible))));
        }

        return new LoggedText(Name(summary), summary.Places.Count, latest);
    }

    private static string Name(LoggedSummary summary) => summary.Name.Length == 0 ? "(no name)" : ValueText.Visible(summary.Name);

    private static string Step(SummaryPlace at) => at.Step.ToString(CultureInfo.InvariantCulture);
}
