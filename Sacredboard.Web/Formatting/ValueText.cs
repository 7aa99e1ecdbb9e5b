using System.Globalization;
using System.Text;
using Sacredboard.Data.Querying.Columns;
using Sacredboard.Data.Values;

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

/// <summary>Any stored value as one line of text, in Python's words: True, None, (1, 2).</summary>
public static class ValueText
{
    /// <summary>The key under which Sacred keeps the docstring of a config scope: help, not a setting.</summary>
    public const string Docstring = "__doc__";

    private const int CellLength = 120;
    private const int FullLength = 2000;

    /// <param name="value">Null for none.</param>
    /// <param name="numbers">How a single number is written; null for as everywhere.</param>
    public static CellText Cell(SacredValue? value, NumberStyle? numbers = null)
    {
        switch (value)
        {
            case null:
                return CellText.Missing;
            case SacredTyped { Value: SacredInteger or SacredDouble } typed:
                return Cell(typed.Value, numbers);
            case SacredInteger number:
                return Number(numbers is null ? NumberText.Short(number.Value) : StyledNumber.Format(number.Value, numbers), number.Value.ToString(CultureInfo.InvariantCulture), true);
            case SacredDouble number:
                return Number(numbers is null ? NumberText.Short(number.Value) : StyledNumber.Format(number.Value, numbers), NumberText.Full(number.Value), double.IsFinite(number.Value));
            default:
                var text = Line(value, CellLength, shortNumbers: true);
                var full = Line(value, FullLength, shortNumbers: false);
                return new CellText(text, full == text ? null : full, KindOf(value));
        }
    }

    private static CellText Number(string text, string full, bool isFinite) =>
        new(text, full == text ? null : Ellipsis.End(full, FullLength), isFinite ? CellKind.Number : CellKind.NonFinite);

    /// <summary>At most <paramref name="max"/> UTF-16 units, whatever the size of the value; numbers in full.</summary>
    public static string OneLine(SacredValue value, int max = FullLength) => Line(value, max, shortNumbers: false);

    public static CellKind KindOf(SacredValue value) => value switch
    {
        SacredInteger => CellKind.Number,
        SacredDouble number => double.IsFinite(number.Value) ? CellKind.Number : CellKind.NonFinite,
        SacredBoolean or SacredNull => CellKind.Word,
        SacredText or SacredDate => CellKind.Text,
        SacredTyped { Value: { } decoded } => KindOf(decoded),
        _ => CellKind.Composite,
    };

    /// <summary>True for text that reads as a number, as another kind of value, or as nothing: "32", "True", "".</summary>
    public static bool NeedsQuotes(string text) =>
        text.Length == 0 || char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1])
        || text is "True" or "False" or "None" or "NaN" or "–"
        || (text.Length < 40 && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _));

    /// <summary>Text as one visible line: line ends and control characters become signs for them.</summary>
    public static string Visible(string text)
    {
        if (!text.Any(char.IsControl))
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

    private static string Line(SacredValue value, int max, bool shortNumbers)
    {
        var writer = new LineWriter(max, shortNumbers);
        writer.Write(value, depth: 0);
        return writer.ToString();
    }

    /// <summary>Stops as soon as the line is full, so that a value of a million items costs no more than its beginning.</summary>
    private sealed class LineWriter(int max, bool shortNumbers)
    {
        // A value nested deeper is shown as "…": one line could not show it anyway.
        private const int MaxDepth = 64;

        private readonly StringBuilder _line = new();

        private bool Full => _line.Length > max;

        public override string ToString() => Ellipsis.End(_line.ToString(), max);

        public void Write(SacredValue value, int depth)
        {
            switch (value)
            {
                case SacredNull:
                    _line.Append("None");
                    break;
                case SacredBoolean boolean:
                    _line.Append(boolean.Value ? "True" : "False");
                    break;
                case SacredInteger number:
                    _line.Append(shortNumbers ? NumberText.Short(number.Value) : number.Value.ToString(CultureInfo.InvariantCulture));
                    break;
                case SacredDouble number:
                    _line.Append(shortNumbers ? NumberText.Short(number.Value) : NumberText.Full(number.Value));
                    break;
                case SacredText text:
                    var quote = NeedsQuotes(text.Value) ? "'" : "";
                    _line.Append(quote).Append(Visible(text.Value.Length > max + 1 ? text.Value[..(max + 1)] : text.Value)).Append(quote);
                    break;
                case SacredDate date:
                    _line.Append(TimeText.Exact(date.Value));
                    break;
                case SacredTyped typed:
                    WriteTyped(typed, depth);
                    break;
                case SacredList or SacredObject when depth > MaxDepth:
                    _line.Append('…');
                    break;
                case SacredList list:
                    WriteItems(list.Items, "[", "]", depth);
                    break;
                case SacredObject members:
                    WriteMembers(members, depth);
                    break;
            }
        }

        private void WriteTyped(SacredTyped typed, int depth)
        {
            switch (typed)
            {
                case { Value: SacredList tuple, TypeName: "tuple" }:
                    WriteItems(tuple.Items, "(", tuple.Items.Count == 1 ? ",)" : ")", depth);
                    break;
                case { Value: SacredList set, TypeName: "set" or "frozenset" }:
                    WriteItems(set.Items, "{", "}", depth);
                    break;
                case { Value: { } value }:
                    Write(value, depth + 1);
                    break;
                default:
                    _line.Append('<').Append(Visible(typed.TypeName)).Append('>');
                    break;
            }
        }

        private void WriteItems(IReadOnlyList<SacredValue> items, string open, string close, int depth)
        {
            _line.Append(open);
            for (var i = 0; i < items.Count && !Full; i++)
            {
                _line.Append(i > 0 ? ", " : "");
                Write(items[i], depth + 1);
            }

            _line.Append(close);
        }

        // The outermost object goes without braces: in a cell they say nothing.
        private void WriteMembers(SacredObject members, int depth)
        {
            var braces = depth > 0 || members.Members.Count == 0;
            _line.Append(braces ? "{" : "");
            var first = true;
            foreach (var (key, value) in members.Members)
            {
                if (Full)
                {
                    break;
                }

                if (key == Docstring)
                {
                    continue;
                }

                _line.Append(first ? "" : ", ").Append(Visible(key)).Append(": ");
                Write(value, depth + 1);
                first = false;
            }

            _line.Append(braces ? "}" : "");
        }
    }
}
