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

    /// <summary>A list, object or other composite value.</summary>
    Composite,
}

/// <summary>A value as a table cell.</summary>
/// <param name="Text">One line, shortened.</param>
/// <param name="Full">The tooltip; null when <paramref name="Text"/> is complete.</param>
public sealed record CellText(string Text, string? Full, CellKind Kind)
{
    public static readonly CellText Missing = new("–", null, CellKind.Missing);

    /// <summary>The CSS class in <c>site.css</c>, or null.</summary>
    public string? Css => Kind switch
    {
        CellKind.Missing => "missing",
        CellKind.NonFinite => "nonfinite",
        CellKind.Word => "word",
        _ => null,
    };
}
