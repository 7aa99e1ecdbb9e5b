namespace Sacredboard.Data.Runs;

/// <summary>A part of what a run printed.</summary>
/// <param name="Text">The part. Never ends or begins inside a surrogate pair.</param>
/// <param name="From">Where it begins, in UTF-16 units from the start of the output.</param>
/// <param name="Length">Length of the whole output in UTF-16 units.</param>
public sealed record RunOutput(string Text, long From, long Length)
{
    public static readonly RunOutput Empty = new("", 0, 0);
}

/// <summary>Which part of the output is asked for, in UTF-16 units.</summary>
public readonly record struct OutputRange
{
    private OutputRange(long from, int? max, bool fromEnd)
    {
        (From, Max, FromEnd) = (from, max, fromEnd);
    }

    public long From { get; }

    /// <summary>At most so much; null for all of it.</summary>
    public int? Max { get; }

    /// <summary>True: the last <see cref="Max"/> units; <see cref="From"/> is 0.</summary>
    public bool FromEnd { get; }

    public static OutputRange Since(long from, int? max = null) => new(from, max, false);

    public static OutputRange Last(int max) => new(0, max, true);
}
