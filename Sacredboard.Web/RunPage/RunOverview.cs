using Sacredboard.Data.Runs;
using Sacredboard.Data.Values;
using Sacredboard.Web.Formatting;
using Sacredboard.Web.Models.RunPage;
using Sacredboard.Web.Tracebacks;

namespace Sacredboard.Web.RunPage;

/// <summary>Makes the tab that one looks at first.</summary>
internal static class RunOverview
{
    private const int CurvesShown = 4;
    private const int RowsShown = 16;
    private const int MaxPairs = 12;

    /// <param name="command">The command that would repeat the run, or null.</param>
    /// <param name="isQueued">It has not started yet.</param>
    public static async Task<RunOverviewViewModel> OfAsync(RunReading reading, string? command, bool isQueued, CancellationToken cancellationToken)
    {
        var run = reading.Run;
        var output = await reading.ReadOutputAsync(null, cancellationToken);
        return new()
        {
            Url = reading.Urls.Run(run.Summary.Id),
            IsQueued = isQueued,
            Command = command,
            Failure = TracebackParser.Parse(run.FailTrace),
            Facts = RunFacts.Key(run),
            Result = Result(reading),
            Comment = run.Summary.Comment,
            Notes = run.Summary.Notes,
            Tags = run.Summary.Tags,
            Curves = [.. reading.Metrics.Take(CurvesShown)],
            MetricCount = reading.Metrics.Count,
            Output = output.Last(RowsShown),
            OutputLength = output.Length,
            Artifacts = [.. reading.Files.Where(file => file.File.Kind == RunFileKind.Artifact)],
            Difference = RunDifferences.Of(reading.Source, reading.Urls, run.Summary),
        };
    }

    private static RunResult? Result(RunReading reading)
    {
        if (reading.Run.Result is not { } value || value is SacredNull)
        {
            return null;
        }

        var simple = value is SacredObject { Members: { Count: > 0 and <= MaxPairs } members }
            && members.All(member => ValueText.KindOf(member.Value) != CellKind.Composite);
        return new(
            value,
            simple ? [.. ((SacredObject)value).Members.Select(member => (ValueText.Visible(member.Key), ValueText.Cell(member.Value)))] : null,
            !simple && ValueText.KindOf(value) == CellKind.Composite ? reading.Tree("result", value) : null);
    }
}
