using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Values;
using Sacredboard.Web.Formatting;
using Sacredboard.Web.Lineage;
using Sacredboard.Web.Models.RunPage;
using Sacredboard.Web.Tracebacks;

namespace Sacredboard.Web.RunPage;

/// <summary>Makes the Overview tab.</summary>
internal static class RunOverview
{
    private const int MaxCurves = 4;
    private const int MaxRows = 16;
    private const int MaxPairs = 12;

    /// <param name="shown">The run as the table shows it.</param>
    /// <param name="lineage">Of the source.</param>
    /// <param name="baseline">The run that its config is compared with.</param>
    public static async Task<RunOverviewViewModel> OfAsync(
        RunPageData data, CatalogRun shown, CatalogRun? baseline, LineageIndex lineage, CancellationToken cancellationToken)
    {
        var run = data.Run;
        var output = await data.ReadOutputEndAsync(cancellationToken);
        return new()
        {
            MetricsUrl = data.PageUrl(RunTab.Metrics),
            OutputUrl = data.PageUrl(RunTab.Output),
            FilesUrl = data.PageUrl(RunTab.Files),
            IsQueued = RunStatus.IsWaiting(shown.Status),
            Failure = await new FrameSources(data).AddToAsync(TracebackParser.Parse(run.FailTrace), cancellationToken),
            Silence = RunSilences.Of(shown, data.Request.Source.Info.HeartbeatsAreRare),
            Facts = RunFacts.Key(run, data.Segment),
            Result = Result(data),
            Comment = run.Summary.Comment,
            Notes = run.Summary.Notes,
            Tags = run.Summary.Tags,
            TagsOf = $"{data.Segment}:tags",
            Curves = ChartGrid.First(data.Metrics, data.Request.State.Charts, MaxCurves),
            MetricCount = data.Metrics.Count,
            Output = output.Last(MaxRows),
            OutputLength = output.Length,
            Artifacts = [.. data.Files.Where(file => file.File.Kind == RunFileKind.Artifact)],
            Lineage = await RunLineages.OfAsync(data, lineage, cancellationToken),
            Progress = RunProgresses.Of(data, shown, output),
            AlikeUrl = data.Request.Pages.Run(data.Request.Id, "alike"),
            Config = data.Metrics.Count > 0 ? null : data.Tree("config", run.Config, FieldRoot.Config),
            Difference = RunDifferences.Of(data.Request, baseline),
        };
    }

    private static RunResult? Result(RunPageData data)
    {
        if (data.Run.Result is not { } value || value is SacredNull)
        {
            return null;
        }

        var simple = value is SacredObject { Members: { Count: > 0 and <= MaxPairs } members }
            && members.All(member => ValueText.KindOf(member.Value) != CellKind.Composite);
        return new(
            value,
            simple
                ? [.. ((SacredObject)value).Members.Select(member => (ValueText.Visible(member.Key), ValueText.Cell(member.Value)))]
                : null,
            !simple && ValueText.KindOf(value) == CellKind.Composite ? data.Tree("result", value) : null);
    }
}
