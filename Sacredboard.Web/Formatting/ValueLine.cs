using System.Globalization;
using System.Text;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Values;

namespace Sacredboard.Web.Formatting;

/// <summary>
/// Writes a value as one line in Python notation. Stops when the line is full, so that a value of a million items costs no more than
/// its beginning.
/// </summary>
internal sealed class ValueLine
{
    // Deeper values are shown as "…"; one line could not show them anyway.
    private const int MaxDepth = 64;

    private readonly int _max;
    private readonly bool _shortNumbers;
    private readonly StringBuilder _line = new();

    private ValueLine(int max, bool shortNumbers) => (_max, _shortNumbers) = (max, shortNumbers);

    private bool Full => _line.Length > _max;

    /// <param name="max">Maximum length in UTF-16 units; longer lines end with an ellipsis.</param>
    /// <param name="shortNumbers">Shortens numbers to a few digits.</param>
    public static string Write(SacredValue value, int max, bool shortNumbers)
    {
        var line = new ValueLine(max, shortNumbers);
        line.Write(value, depth: 0);
        return Ellipsis.End(line._line.ToString(), max);
    }

    private void Write(SacredValue value, int depth)
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
                _line.Append(_shortNumbers ? NumberText.Short(number.Value) : number.Value.ToString(CultureInfo.InvariantCulture));
                break;
            case SacredDouble number:
                _line.Append(_shortNumbers ? NumberText.Short(number.Value) : NumberText.Full(number.Value));
                break;
            case SacredText text:
                var quote = ValueText.NeedsQuotes(text.Value) ? "'" : "";
                _line.Append(quote)
                    .Append(ValueText.Visible(text.Value.Length > _max + 1 ? text.Value[..(_max + 1)] : text.Value))
                    .Append(quote);
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
                _line.Append('<').Append(ValueText.Visible(typed.TypeName)).Append('>');
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

    // The outermost object has no braces, which say nothing in a cell.
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

            if (key == ConfigKey.Docstring)
            {
                continue;
            }

            _line.Append(first ? "" : ", ").Append(ValueText.Visible(key)).Append(": ");
            Write(value, depth + 1);
            first = false;
        }

        _line.Append(braces ? "}" : "");
    }
}
