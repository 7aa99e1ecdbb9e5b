using System.Globalization;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Catalog.Storage;

/// <summary>
/// One word of a text search. It matches a text that contains it (ignoring case), an equal number, and as <c>true</c> or <c>false</c>
/// that boolean.
/// </summary>
internal sealed class SearchWord
{
    private readonly string _text;

    public SearchWord(string text)
    {
        _text = text;
        Number = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && !double.IsNaN(number)
            ? number
            : null;
        Boolean = bool.TryParse(text, out var boolean) ? boolean : null;
        IsDigits = text.All(char.IsAsciiDigit);
    }

    public double? Number { get; }

    public bool? Boolean { get; }

    /// <summary>True when it can be a part of a whole number.</summary>
    public bool IsDigits { get; }

    public bool IsIn(string text) => text.Contains(_text, StringComparison.OrdinalIgnoreCase);

    /// <summary>True when it is in the digits of a whole number.</summary>
    public bool IsIn(long number)
    {
        Span<char> digits = stackalloc char[20];
        return number.TryFormat(digits, out var length, default, CultureInfo.InvariantCulture)
            && digits[..length].IndexOf(_text.AsSpan()) >= 0;
    }

    public bool IsIn(SacredValue? value) => value switch
    {
        SacredText text => IsIn(text.Value),
        SacredInteger number => Number is { } wanted && (double)number.Value == wanted,
        SacredDouble number => number.Value == Number,
        SacredBoolean boolean => boolean.Value == Boolean,
        SacredList list => IsInAny(list.Items),
        SacredObject members => IsInAny(members.Members),
        SacredTyped typed => IsIn(typed.Value ?? typed.Raw),
        _ => false,
    };

    // Without LINQ, because each of thousands of lists would allocate an enumerator.
    private bool IsInAny(IReadOnlyList<SacredValue> items)
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (IsIn(items[i]))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsInAny(IReadOnlyList<KeyValuePair<string, SacredValue>> members)
    {
        for (var i = 0; i < members.Count; i++)
        {
            if (IsIn(members[i].Key) || IsIn(members[i].Value))
            {
                return true;
            }
        }

        return false;
    }
}
