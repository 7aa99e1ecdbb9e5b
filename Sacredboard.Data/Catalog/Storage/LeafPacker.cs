using System.Globalization;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Catalog.Storage;

/// <summary>
/// Makes one leaf of a value: its secrets masked, so that no query tells two of them apart. What is too large for a table is cut, with its size;
/// the run's own page has all of it.
/// </summary>
internal static class LeafPacker
{
    /// <summary>In UTF-16 units.</summary>
    public const int LongestText = 4000;

    /// <summary>In bytes, about.</summary>
    private const int LargestValue = 16 * 1024;

    /// <param name="pool">Where it is kept.</param>
    /// <param name="value">Decoded.</param>
    /// <param name="place">The keys that lead there.</param>
    public static Leaf Pack(PackPool pool, SacredValue value, SecretContext place) => value switch
    {
        SacredInteger or SacredDouble when place.HidesNumbers => Leaf.Of(pool.Text(SecretMask.Hidden)),
        SacredNull => Leaf.Null,
        SacredBoolean boolean => Leaf.Of(boolean.Value),
        SacredInteger number when number.Value >= long.MinValue && number.Value <= long.MaxValue => Leaf.Of((long)number.Value),
        SacredDouble number => Leaf.Of(number.Value),
        SacredDate date => Leaf.Of(date.Value),
        SacredText text => Leaf.Of(pool.Text(Text(text.Value, place))),
        // A numpy scalar is a number, a decoded datetime a date, a Path a text: sorted and searched as such.
        SacredTyped { Value: SacredBoolean or SacredInteger or SacredDouble or SacredDate or SacredText } typed => Pack(pool, typed.Value, place),
        _ => Leaf.Of(pool.Value(SecretMask.Value(Cut(value), place))),
    };

    /// <summary>A text, masked and cut.</summary>
    public static string Text(string text, SecretContext place = default)
    {
        if (text.Length <= LongestText)
        {
            return SecretMask.Text(text, place);
        }

        // Of a secret that begins at the end of what is looked at the rest may be missing, so that it is not found: there it is cut off.
        var looked = int.Min(text.Length, LongestText + SecretMask.MaxMatchLength);
        var masked = SecretMask.Text(text[..looked], place);
        var unsure = looked < text.Length ? SecretMask.MaxMatchLength : 0;
        return place.HidesTexts ? masked : Cut(masked, int.Clamp(masked.Length - unsure, 0, LongestText), text.Length);
    }

    public static string Cut(string text) => text.Length <= LongestText ? text : Cut(text, LongestText, text.Length);

    private static string Cut(string text, int length, int whole)
    {
        length = length > 0 && char.IsHighSurrogate(text[length - 1]) ? length - 1 : length;
        return string.Create(CultureInfo.InvariantCulture, $"{text.AsSpan(0, length)}… ({whole:N0} characters)");
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
