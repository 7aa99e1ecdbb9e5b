using System.Globalization;

namespace Sacredboard.Web.Table;

/// <summary>Which runs of an expanded group are shown: never so many that a page grows with the group.</summary>
/// <param name="Skip">Runs before them.</param>
/// <param name="Take">How many.</param>
public readonly record struct MemberRange(int Skip, int Take)
{
    /// <summary>So many come at a time.</summary>
    public const int Step = 50;

    /// <summary>So many may be there at once; with more those at the other end are left out.</summary>
    public const int Most = 200;

    public static readonly MemberRange First = new(0, Step);

    public int End => Skip + Take;

    /// <summary>Reads "51-250"; null for what is no range, or too long a one.</summary>
    public static MemberRange? Read(string text) =>
        text.Split('-') is [var from, var to]
        && int.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out var first)
        && int.TryParse(to, NumberStyles.None, CultureInfo.InvariantCulture, out var last)
        && first >= 1 && last >= first && last - first < Most
            ? new(first - 1, last - first + 1)
            : null;

    /// <summary>The part of it that a group of this size has; its last runs where it has grown smaller than that.</summary>
    public MemberRange Within(int count) => Skip < count ? new(Skip, Math.Min(Take, count - Skip)) : Last(count);

    /// <summary>With those that come next; null at the end.</summary>
    public MemberRange? Later(int count) =>
        End >= count ? null : Between(Math.Max(Skip, Math.Min(End + Step, count) - Most), Math.Min(End + Step, count));

    /// <summary>With those that come before; null at the beginning.</summary>
    public MemberRange? Earlier() => Skip == 0 ? null : Between(Math.Max(0, Skip - Step), Math.Min(End, Math.Max(0, Skip - Step) + Most));

    public static MemberRange Last(int count) => Between((Math.Max(1, count) - 1) / Step * Step, count);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Skip + 1}-{End}");

    private static MemberRange Between(int from, int to) => new(from, to - from);
}

/// <summary>An expanded group as an address names it: <c>27</c>, or <c>27:51-250</c> where these of its runs are shown.</summary>
/// <param name="Segment">That of any of its runs.</param>
public sealed record OpenGroup(string Segment, MemberRange Range)
{
    /// <summary>Null when what stands behind the id is no range. No segment has a colon in it.</summary>
    public static OpenGroup? Read(string text) =>
        text.IndexOf(':') is >= 0 and var colon
            ? MemberRange.Read(text[(colon + 1)..]) is { } range ? new(text[..colon], range) : null
            : new(text, MemberRange.First);

    public override string ToString() => Range == MemberRange.First ? Segment : $"{Segment}:{Range}";
}
