using System.Globalization;

namespace Sacredboard.Web.Table;

/// <summary>The runs of an expanded group that are shown; their number is limited, whatever the size of the group.</summary>
/// <param name="Skip">Number of runs before them.</param>
/// <param name="Take">Number of runs.</param>
public readonly record struct MemberRange(int Skip, int Take)
{
    /// <summary>Number of runs that one click adds.</summary>
    public const int Step = 50;

    /// <summary>Maximum number of runs; when more are added, runs at the other end are dropped.</summary>
    public const int MaxRuns = 200;

    public static readonly MemberRange First = new(0, Step);

    public int End => Skip + Take;

    /// <summary>Reads "51-250"; null if it is not a range, or too long.</summary>
    public static MemberRange? Read(string text) =>
        text.Split('-') is [var from, var to]
        && int.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out var first)
        && int.TryParse(to, NumberStyles.None, CultureInfo.InvariantCulture, out var last)
        && first >= 1 && last >= first && last - first < MaxRuns
            ? new(first - 1, last - first + 1)
            : null;

    /// <summary>The part of it that lies in a group of this size; the last runs if the group has become smaller than its start.</summary>
    public MemberRange Within(int count) => Skip < count ? new(Skip, Math.Min(Take, count - Skip)) : Last(count);

    /// <summary>With the next runs added; null at the end.</summary>
    public MemberRange? Later(int count) =>
        End >= count ? null : Between(Math.Max(Skip, Math.Min(End + Step, count) - MaxRuns), Math.Min(End + Step, count));

    /// <summary>With the previous runs added; null at the beginning.</summary>
    public MemberRange? Earlier() =>
        Skip == 0 ? null : Between(Math.Max(0, Skip - Step), Math.Min(End, Math.Max(0, Skip - Step) + MaxRuns));

    public static MemberRange Last(int count) => Between((Math.Max(1, count) - 1) / Step * Step, count);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Skip + 1}-{End}");

    private static MemberRange Between(int from, int to) => new(from, to - from);
}

/// <summary>An expanded group as an address names it: <c>27</c>, or <c>27:51-250</c> with the range of runs that are shown.</summary>
/// <param name="Segment">The URL segment of any of its runs.</param>
public sealed record OpenGroup(string Segment, MemberRange Range)
{
    /// <summary>Null if the part after the colon is not a range. Segments of ids contain no colon.</summary>
    public static OpenGroup? Read(string text) =>
        text.IndexOf(':') is >= 0 and var colon
            ? MemberRange.Read(text[(colon + 1)..]) is { } range ? new(text[..colon], range) : null
            : new(text, MemberRange.First);

    public override string ToString() => Range == MemberRange.First ? Segment : $"{Segment}:{Range}";
}
