using System.Globalization;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Catalog.Packing;

/// <summary>Makes one leaf of a value. What is too large for a table is cut, with its size; the run's own page has all of it.</summary>
internal static class LeafPacker
{
    /// <summary>In UTF-16 units.</summary>
    public const int LongestText = 4000;

    /// <summary>In bytes, about.</summary>
    private const int LargestValue = 16 * 1024;

    public static Leaf Pack(PackPool pool, SacredValue value) => value switch
    {
        SacredNull => Leaf.Null,
        SacredBoolean boolean => Leaf.Of(boolean.Value),
        SacredInteger number when number.Value >= long.MinValue && number.Value <= long.MaxValue => Leaf.Of((long)number.Value),
        SacredDouble number => Leaf.Of(number.Value),
        SacredDate date => Leaf.Of(date.Value),
        SacredText text => Leaf.Of(pool.Text(Cut(text.Value))),
        // A numpy scalar is a number, a decoded datetime a date, a Path a text: sorted and searched as such.
        SacredTyped { Value: SacredBoolean or SacredInteger or SacredDouble or SacredDate or SacredText } typed => Pack(pool, typed.Value),
        _ => Leaf.Of(pool.Value(Cut(value))),
    };

    public static string Cut(string text)
    {
        if (text.Length <= LongestText)
        {
            return text;
        }

        var length = char.IsHighSurrogate(text[LongestText - 1]) ? LongestText - 1 : LongestText;
        return string.Create(CultureInfo.InvariantCulture, $"{text.AsSpan(0, length)}… ({text.Length:N0} characters)");
    }

    private static SacredValue Cut(SacredValue value)
    {
        if (ValueContent.Size(value, LargestValue) < LargestValue)
        {
            // Beside the decoded value nobody looks at what was stored, but on the run's page.
            return value is SacredTyped { Value: not null } typed ? new SacredTyped(typed.TypeName, typed.Value, SacredNull.Value) : value;
        }

        return value switch
        {
            SacredList list => Marker("list", list.Items.Count, "items"),
            SacredObject members => Marker("dict", members.Members.Count, "keys"),
            SacredTyped { Value: SacredList list } typed => Marker(typed.TypeName, list.Items.Count, "items"),
            SacredTyped typed => new SacredTyped(typed.TypeName, new SacredText("large"), SacredNull.Value),
            _ => new SacredText("large number"),
        };
    }

    private static SacredTyped Marker(string type, int count, string unit) =>
        new(type, new SacredText(string.Create(CultureInfo.InvariantCulture, $"{count:N0} {unit}")), SacredNull.Value);
}
