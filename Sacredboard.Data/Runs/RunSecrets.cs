using Sacredboard.Data.Values;

namespace Sacredboard.Data.Runs;

/// <summary>Masks the secrets of runs read from the storage. The catalog's summaries are masked already.</summary>
internal static class RunSecrets
{
    /// <summary>
    /// Masks the secrets of a run, see <see cref="SecretMask"/>. Decode the run before, if at all. <see cref="Run.Stored"/> is not
    /// masked.
    /// </summary>
    public static Run WithoutSecrets(this Run run)
    {
        var masked = run.WithValues(value => SecretMask.Value(value));
        return masked with
        {
            Summary = SummaryOf(masked),
            FailTrace = run.FailTrace is null ? null : SecretMask.Printed(run.FailTrace),
            Problems = [.. run.Problems.Select(problem => SecretMask.Text(problem))],
        };
    }

    // Its trees are those of the run, which are masked already.
    private static RunSummary SummaryOf(Run masked) => masked.Summary with
    {
        Folder = Masked(masked.Summary.Folder),
        Experiment = Masked(masked.Summary.Experiment),
        Command = Masked(masked.Summary.Command),
        Status = Masked(masked.Summary.Status),
        Host = Masked(masked.Summary.Host),
        Comment = Masked(masked.Summary.Comment),
        Notes = Masked(masked.Summary.Notes),
        Tags = [.. masked.Summary.Tags.Select(tag => SecretMask.Text(tag))],
        Failure = Masked(masked.Summary.Failure),
        Problem = Masked(masked.Summary.Problem),
        Config = masked.Config,
        Result = masked.Result,
        Info = masked.Info,
        HostInfo = masked.Host,
        Meta = masked.Meta,
        ExperimentInfo = masked.Experiment,
        Document = masked.Summary.Document is { } document ? SecretMask.Value(document) as SacredObject : null,
    };

    private static string? Masked(string? text) => text is null ? null : SecretMask.Text(text);
}
