using Sacredboard.Data.Values;

namespace Sacredboard.Data.Stores.TensorBoard;

/// <summary>What event files say of their run.</summary>
internal sealed record LogFacts
{
    /// <summary>Time of the first event, in seconds since 1970 UTC; NaN without events.</summary>
    public double First { get; init; } = double.NaN;

    /// <summary>Time of the last event, likewise.</summary>
    public double Last { get; init; } = double.NaN;

    /// <summary>Time of the last change of a file (UTC).</summary>
    public DateTime? Modified { get; init; }

    /// <summary>The writer logged the end of the session.</summary>
    public bool HasStopped { get; init; }

    /// <summary>A problem of reading, or null.</summary>
    public string? Problem { get; init; }

    /// <summary>What <c>add_hparams</c> logged; null for none.</summary>
    public SacredObject? Config { get; init; }

    public static LogFacts Of(EventDirectory read) => new()
    {
        First = read.Log.FirstTime,
        Last = read.Log.LastTime,
        Modified = read.Modified,
        HasStopped = read.Log.HasStopped,
        Problem = read.Problems.Count > 0 ? read.Problems[0] : null,
        Config = read.Log.Hparams,
    };

    /// <param name="run">Of the run's own directory, and those before.</param>
    /// <param name="member">Of a directory that belongs to it.</param>
    public static LogFacts Join(LogFacts run, LogFacts member) => new()
    {
        First = Known(Math.Min, run.First, member.First),
        Last = Known(Math.Max, run.Last, member.Last),
        Modified = run.Modified > member.Modified ? run.Modified : member.Modified ?? run.Modified,
        HasStopped = run.HasStopped || (run.Modified is null && member.HasStopped),
        Problem = run.Problem ?? member.Problem,
        Config = run.Config ?? member.Config,
    };

    private static double Known(Func<double, double, double> choose, double one, double other) =>
        double.IsNaN(one) ? other : double.IsNaN(other) ? one : choose(one, other);
}
