using System.Globalization;

namespace Sacredboard.Web.Query;

/// <summary>The place of a term: in the query, or among the terms that are switched off.</summary>
/// <param name="Index">From 0.</param>
/// <param name="IsOn">The term is part of the query.</param>
public readonly record struct TermPlace(int Index, bool IsOn)
{
    private const string Off = "off";

    public static TermPlace? Parse(string? text)
    {
        var isOff = text?.StartsWith(Off, StringComparison.Ordinal) == true;
        return int.TryParse(isOff ? text.AsSpan(Off.Length) : text, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? new(index, !isOff)
            : null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(IsOn ? "" : Off)}{Index}");
}
