using System.Globalization;
using System.Numerics;
using System.Text;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Queries.Grouping;

/// <summary>Writes lists, objects and typed values as text that is equal for equal values, regardless of the order of keys.</summary>
internal sealed class CanonicalText
{
    private readonly StringBuilder _text = new();
    private readonly SeedKeys? _seeds;

    private CanonicalText(SeedKeys? seeds) => _seeds = seeds;

    /// <param name="seeds">Keys that are left out at every depth; null for none.</param>
    public static string Of(SacredValue value, SeedKeys? seeds)
    {
        var writer = new CanonicalText(seeds);
        writer.Write(value);
        return writer._text.ToString();
    }

    private void Write(SacredValue? value)
    {
        switch (value)
        {
            case null or SacredNull:
                _text.Append('n');
                break;
            case SacredBoolean boolean:
                _text.Append(boolean.Value ? 't' : 'f');
                break;
            case SacredInteger whole:
                WriteWhole(whole.Value);
                break;
            case SacredDouble number:
                WriteNumber(number.Value);
                break;
            case SacredText text:
                WriteText(text.Value);
                break;
            case SacredDate date:
                _text.Append('d').Append(date.Value.Ticks.ToString(CultureInfo.InvariantCulture));
                break;
            case SacredList list:
                WriteList(list);
                break;
            case SacredObject members:
                WriteObject(members);
                break;
            case SacredTyped typed:
                WriteTyped(typed);
                break;
        }
    }

    // Whole doubles are written as whole numbers: 1.0 is 1.
    private void WriteNumber(double number)
    {
        if (double.IsFinite(number) && number == Math.Floor(number))
        {
            WriteWhole(new BigInteger(number));
        }
        else
        {
            _text.Append(number.ToString("R", CultureInfo.InvariantCulture));
        }
    }

    private void WriteWhole(BigInteger number) => _text.Append(number.ToString("R", CultureInfo.InvariantCulture));

    // The length in front makes the end of a text unambiguous.
    private void WriteText(string text) => _text.Append('"').Append(text.Length).Append(':').Append(text);

    private void WriteList(SacredList list)
    {
        _text.Append('[');
        foreach (var item in list.Items)
        {
            Write(item);
            _text.Append(',');
        }

        _text.Append(']');
    }

    private void WriteObject(SacredObject members)
    {
        _text.Append('{');
        foreach (var key in members.Members.Select(member => member.Key).Distinct().Order(StringComparer.Ordinal))
        {
            if (_seeds?.CoverKey(key) == true)
            {
                continue;
            }

            WriteText(key);
            Write(members[key]);
            _text.Append(',');
        }

        _text.Append('}');
    }

    // A tuple equals the list that Python's JSON makes of it, and a numpy number equals the number.
    private void WriteTyped(SacredTyped typed)
    {
        if (typed is { TypeName: "tuple", Value: SacredList }
            or { Value: SacredBoolean or SacredInteger or SacredDouble or SacredDate or SacredText })
        {
            Write(typed.Value);
            return;
        }

        _text.Append('<');
        WriteText(typed.TypeName);
        Write(typed.Value ?? typed.Raw);
        _text.Append('>');
    }
}
