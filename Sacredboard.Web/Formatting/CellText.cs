namespace Sacredboard.Web.Formatting;

public enum CellKind
{
    /// <summary>There is no value.</summary>
    Missing,
    Text,
    Number,

    /// <summary>NaN or an infinity.</summary>
    NonFinite,

    /// <summary>True, False or None.</summary>
    Word,

    /// <summary>A list, object or other value made of several.</summary>
    Composite,
}

/// <summary>A value as a table cell.</summary>
/// <param name="Text">One line, cut.</param>
/// <param name="Full">What hovering shows; null when <paramref name="Text"/> says all.</param>
public sealed record CellText(string Text, string? Full, CellKind Kind)
{
    public static readonly CellText Missing = new("–", null, CellKind.Missing);

    /// <summary>The classes that <c>site.css</c> has for it.</summary>
    public string? Css => Kind switch
    {
        CellKind.Missing => "missing",
        CellKind.NonFinite => "nonfinite",
        CellKind.Word => "word",
        _ => null,
    };
}
