using System.Globalization;
using System.Text;
using Sacredboard.Data.Queries.Columns;
using Sacredboard.Data.Values;

namespace Sacredboard.Web.Formatting;

/// <summary>Any stored value as one line of text in Python notation: True, None, (1, 2).</summary>
public static class ValueText
{
    private const int CellLength = 120;
    private const int FullLength = 2000;

    private static readonly CellText True = new("True", null, CellKind.Word);
    private static readonly CellText False = new("False", null, CellKind.Word);

    /// <param name="value">The value, or null when there is none.</param>
    /// <param name="numbers">The format of a single number; null for the default.</param>
    public static CellText Cell(SacredValue? value, NumberStyle? numbers = null)
    {
        switch (value)
        {
            case null:
                return CellText.Missing;
            case SacredTyped { Value: SacredInteger or SacredDouble } typed:
                return Cell(typed.Value, numbers);
            case SacredInteger number:
                return Number(
                    numbers is null ? NumberText.Short(number.Value) : StyledNumber.Format(number.Value, numbers),
                    number.Value.ToString(CultureInfo.InvariantCulture),
                    true);
            case SacredDouble number:
                return Number(
                    numbers is null ? NumberText.Short(number.Value) : StyledNumber.Format(number.Value, numbers),
                    NumberText.Full(number.Value),
                    double.IsFinite(number.Value));
            case SacredBoolean boolean:
                return boolean.Value ? True : False;
            case SacredText { Value.Length: < CellLength - 2 } word:
                return new CellText(ValueLine.Write(word, CellLength, shortNumbers: true), null, CellKind.Text);
            default:
                var text = ValueLine.Write(value, CellLength, shortNumbers: true);
                var full = ValueLine.Write(value, FullLength, shortNumbers: false);
                return new CellText(text, full == text ? null : full, KindOf(value));
        }
    }

    private static CellText Number(string text, string full, bool isFinite) =>
        new(text, full == text ? null : Ellipsis.End(full, FullLength), isFinite ? CellKind.Number : CellKind.NonFinite);

    /// <summary>At most <paramref name="max"/> UTF-16 units, whatever the size of the value; numbers are not shortened.</summary>
    public static string OneLine(SacredValue value, int max = FullLength) => ValueLine.Write(value, max, shortNumbers: false);

    public static CellKind KindOf(SacredValue value) => value switch
    {
        SacredInteger => CellKind.Number,
        SacredDouble number => double.IsFinite(number.Value) ? CellKind.Number : CellKind.NonFinite,
        SacredBoolean or SacredNull => CellKind.Word,
        SacredText or SacredDate => CellKind.Text,
        SacredTyped { Value: { } decoded } => KindOf(decoded),
        _ => CellKind.Composite,
    };

    /// <summary>True for text that would read as another kind of value or as nothing: "32", "True", "".</summary>
    public static bool NeedsQuotes(string text) =>
        text.Length == 0 || char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1])
        || text is "True" or "False" or "None" or "NaN" or "–"
        || (text.Length < 40 && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _));

    /// <summary>Text as one visible line, with visible symbols for line ends and control characters.</summary>
    public static string Visible(string text)
    {
        if (text.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0 || !text.Any(char.IsControl))
        {
            return text;
        }

        var visible = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            visible.Append(c switch
            {
                '\n' => '↵',
                '\t' => ' ',
                < ' ' => (char)('\u2400' + c),
                '\x7f' => '\u2421',
                _ when char.IsControl(c) => '\ufffd',
                _ => c,
            });
        }

        return visible.ToString();
    }
}
