using Sacredboard.Data.Values;

namespace Sacredboard.Data.Runs;

/// <summary>Masks the secrets of runs read from the storage. The catalog's summaries are masked already.</summary>
internal static class RunSecrets
{
    /// <summary>
    /// Masks the secrets of a run, see <see cref="SecretMask"/>. Decode the run before, if at all. <see cref="Run.Stored"/> is not
    /// masked.
    /// </summary>
    public static Run WithoutSecrets(this Run run) => run.WithValues(value => SecretMask.Value(value)) with
    {
        Summary = run.Summary.WithoutSecrets(),
        FailTrace = Masked(run.FailTrace),
        Problems = [.. run.Problems.Select(problem => SecretMask.Text(problem))],
    };

    // The summary's trees are removed, because the run has them itself.
    private static RunSummary WithoutSecrets(this RunSummary summary) => summary with
    {
        Experiment = Masked(summary.Experiment),
        Command = Masked(summary.Command),
        Status = Masked(summary.Status),
        Host = Masked(summary.Host),
        Comment = Masked(summary.Comment),
        Notes = Masked(summary.Notes),
        Tags = [.. summary.Tags.Select(tag => SecretMask.Text(tag))],
        Failure = Masked(summary.Failure),
        Problem = Masked(summary.Problem),
        Config = null,
        Result = null,
        Info = null,
        HostInfo = null,
        Meta = null,
        ExperimentInfo = null,
        Document = null,
    };

    private static string? Masked(string? text) => text is null ? null : SecretMask.Text(text);
}
