using System.Globalization;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores;
using Sacredboard.Data.Stores.Logs;
using Sacredboard.Web.Formatting;
using Sacredboard.Web.Models.RunPage;
using Sacredboard.Web.Sources;

namespace Sacredboard.Web.Charts;

/// <summary>Reads the media of a run's TensorBoard logs for its page.</summary>
internal static class RunLogsReader
{
    /// <summary>Maximum number of steps per name; more would be of no use on a slider.</summary>
    public const int MaxSteps = 200;

    private const int MaxPictures = 16;
    private const int MaxTexts = 10;
    private const int MaxTextLength = 5000;

    public static async Task<RunLogsViewModel> ReadAsync(Source source, SourceUrls urls, Run run, CancellationToken cancellationToken)
    {
        var logs = await source.Logs.ListAsync(run, cancellationToken);
        var texts = new List<LoggedText>();
        foreach (var media in Of(logs, MediaKind.Text))
        {
            texts.Add(await TextAsync(source.Logs, media, cancellationToken));
        }

        return new RunLogsViewModel
        {
            Pictures = [.. Of(logs, MediaKind.Image)
                .Select(media => Strip(media, "", (index, at) => Pictures(urls, run.Summary.Id, media.Name, index, at)))],
            Distributions = [.. Of(logs, MediaKind.Histogram)
                .Select(media => Strip(media, urls.Distribution(run.Summary.Id, media.Name), (_, _) => []))],
            Texts = texts,
            Problems = logs.Problems,
        };
    }

    private static IEnumerable<LoggedMedia> Of(RunLogs logs, MediaKind kind) =>
        logs.Media.Where(media => media.Kind == kind).OrderBy(media => media.Name, NaturalOrder.Comparer);

    private static LoggedStrip Strip(LoggedMedia media, string url, Func<int, MediaLocation, IReadOnlyList<string>> urls) => new(
        Name(media),
        media.Locations.Count,
        [.. EvenSteps.Of(media.Locations.Count, MaxSteps)
            .Select(index => new LoggedStep(Step(media.Locations[index]), urls(index, media.Locations[index])))],
        url);

    private static IReadOnlyList<string> Pictures(SourceUrls urls, RunId id, string name, int index, MediaLocation at) =>
        [.. Enumerable.Range(0, Math.Min(at.Count, MaxPictures))
            .Select(picture => urls.Picture(id, name, index, picture, $"{at.File}-{at.Offset}"))];

    private static async Task<LoggedText> TextAsync(RunLogReader logs, LoggedMedia media, CancellationToken cancellationToken)
    {
        var latest = new List<(string, string)>();
        for (var index = media.Locations.Count - 1; index >= Math.Max(0, media.Locations.Count - MaxTexts); index--)
        {
            var text = string.Join('\n', await logs.ReadTextsAsync(media, index, cancellationToken));
            var shown = text.Length > MaxTextLength ? text[..MaxTextLength] + "…" : text;
            latest.Add((
                Step(media.Locations[index]),
                string.Join('\n', shown.ReplaceLineEndings("\n").Split('\n').Select(ValueText.Visible))));
        }

        return new LoggedText(Name(media), media.Locations.Count, latest);
    }

    private static string Name(LoggedMedia media) => media.Name.Length == 0 ? "(no name)" : ValueText.Visible(media.Name);

    private static string Step(MediaLocation at) => at.Step.ToString(CultureInfo.InvariantCulture);
}
