namespace Sacredboard.Data.Queries.Columns;

public enum NumberStyleKind
{
    /// <summary>A number of significant digits: 0.1235.</summary>
    Significant,

    /// <summary>A number of digits after the point: 0.12.</summary>
    Fixed,

    /// <summary>One digit before the point and a number of digits after it, with a power of ten: 1.2e-1.</summary>
    Scientific,

    /// <summary>Times 100, with a number of digits after the point: 12.3%.</summary>
    Percent,
}

/// <summary>The format of the numbers of a column, written as a letter and digits: <c>g4</c>, <c>f2</c>, <c>e3</c>, <c>p1</c>.</summary>
public sealed record NumberStyle(NumberStyleKind Kind, int Digits)
{
    public const int MaxDigits = 15;

    private const string Letters = "gfep";

    /// <summary>In the order of <see cref="NumberStyleKind"/>.</summary>
    private static readonly int[] UsualDigits = [4, 2, 2, 1];

    public static NumberStyle Usual(NumberStyleKind kind) => new(kind, UsualDigits[(int)kind]);

    /// <summary>Minimum number of digits; a number has at least one significant digit.</summary>
    public static int MinDigits(NumberStyleKind kind) => kind == NumberStyleKind.Significant ? 1 : 0;

    /// <summary>A letter alone has the usual digits. Null for other text.</summary>
    public static NumberStyle? Parse(string text)
    {
        var letter = text.Length > 0 ? Letters.IndexOf(text[0]) : -1;
        if (letter < 0)
        {
            return null;
        }

        var kind = (NumberStyleKind)letter;
        return text.Length == 1 ? Usual(kind)
            : text.Length <= 3 && text.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0 ? Of(kind, int.Parse(text.AsSpan(1)))
            : null;
    }

    /// <summary>Null for too many or too few digits.</summary>
    public static NumberStyle? Of(NumberStyleKind kind, int digits) =>
        digits >= MinDigits(kind) && digits <= MaxDigits ? new(kind, digits) : null;

    public override string ToString() => $"{Letters[(int)Kind]}{Digits}";
}
