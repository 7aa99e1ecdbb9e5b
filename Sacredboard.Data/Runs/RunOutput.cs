namespace Sacredboard.Data.Runs;

/// <summary>A part of the output of a run.</summary>
/// <param name="Text">The part. Never splits a surrogate pair.</param>
/// <param name="From">Start of the part, in UTF-16 units from the start of the output.</param>
/// <param name="Length">Length of the whole output in UTF-16 units.</param>
public sealed record RunOutput(string Text, long From, long Length)
{
    public static readonly RunOutput Empty = new("", 0, 0);
}

/// <summary>Which part of the output to read, in UTF-16 units.</summary>
public readonly record struct OutputRange
{
    private OutputRange(long from, int? max, bool fromEnd)
    {
        (From, Max, FromEnd) = (from, max, fromEnd);
    }

    public long From { get; }

    /// <summary>Maximum length; null for no limit.</summary>
    public int? Max { get; }

    /// <summary>True for the last <see cref="Max"/> units; <see cref="From"/> is then 0.</summary>
    public bool FromEnd { get; }

    public static OutputRange Since(long from, int? max = null) => new(from, max, false);

    public static OutputRange Last(int max) => new(0, max, true);
}
