using System.Globalization;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Catalog.Storage;

/// <summary>
/// Packs a value into a leaf, with secrets masked, so that no query can distinguish them. Values too large for a table are cut and their
/// size is added; the run's page has all.
/// </summary>
internal static class LeafPacker
{
    /// <summary>Maximum length of a text in UTF-16 units.</summary>
    public const int MaxTextLength = 4000;

    /// <summary>What is added to a text that was cut: these two, and a number between them.</summary>
    private const string CountStart = "… (";
    private const string CountEnd = " characters)";
    private const int MaxCountLength = 32;

    /// <summary>Approximate maximum size of another value in bytes.</summary>
    private const int MaxValueBytes = 16 * 1024;

    /// <param name="pool">Keeps shared texts and values.</param>
    /// <param name="value">The decoded value.</param>
    /// <param name="place">The keys that lead to the value.</param>
    public static Leaf Pack(PackPool pool, SacredValue value, SecretContext place) => value switch
    {
        SacredInteger or SacredDouble when place.HidesNumbers => Leaf.Of(pool.Text(SecretMask.Hidden)),
        SacredNull => Leaf.Null,
        SacredBoolean boolean => Leaf.Of(boolean.Value),
        SacredInteger number when number.Value >= long.MinValue && number.Value <= long.MaxValue => Leaf.Of((long)number.Value),
        SacredDouble number => Leaf.Of(number.Value),
        SacredDate date => Leaf.Of(date.Value),
        SacredText text => Leaf.Of(pool.Shown(text.Value, place)),
        SacredTyped typed when LargeValue.Is(typed) => Leaf.Of(pool.Value(typed)),
        // Numpy scalars are sorted and searched as numbers, decoded datetimes as dates, Paths as texts.
        SacredTyped { Value: SacredBoolean or SacredInteger or SacredDouble or SacredDate or SacredText } typed =>
            Pack(pool, typed.Value, place),
        _ => Leaf.Of(pool.Shown(value, place)),
    };

    /// <summary>A text, masked and cut.</summary>
    public static string Text(string text, SecretContext place = default)
    {
        if (text.Length <= MaxTextLength || IsCut(text))
        {
            return SecretMask.Text(text, place);
        }

        // A secret at the end of the examined text may be incomplete and not be recognized, so that part is cut off.
        var looked = int.Min(text.Length, MaxTextLength + SecretMask.MaxMatchLength);
        var masked = SecretMask.Text(text[..looked], place);
        var unsure = looked < text.Length ? SecretMask.MaxMatchLength : 0;
        return place.HidesTexts ? masked : Cut(masked, int.Clamp(masked.Length - unsure, 0, MaxTextLength), text.Length);
    }

    /// <summary>A list or another value that is kept whole, masked and cut; the same instance when nothing is.</summary>
    public static SacredValue Shown(SacredValue value, SecretContext place) => SecretMask.Value(Cut(value), place);

    public static string Cut(string text) => text.Length <= MaxTextLength || IsCut(text) ? text : Cut(text, MaxTextLength, text.Length);

    // A run of another catalog was packed before.
    private static bool IsCut(string text) =>
        text.Length <= MaxTextLength + MaxCountLength
        && text.EndsWith(CountEnd, StringComparison.Ordinal)
        && text.AsSpan(MaxTextLength - SecretMask.MaxMatchLength).Contains(CountStart, StringComparison.Ordinal);

    private static string Cut(string text, int length, int whole)
    {
        length = length > 0 && char.IsHighSurrogate(text[length - 1]) ? length - 1 : length;
        return string.Create(CultureInfo.InvariantCulture, $"{text.AsSpan(0, length)}{CountStart}{whole:N0}{CountEnd}");
    }

    private static SacredValue Cut(SacredValue value)
    {
        if (LargeValue.Size(value, MaxValueBytes) < MaxValueBytes)
        {
            // Only the run's page shows the stored form besides the decoded value.
            return value is SacredTyped { Value: not null } typed ? new SacredTyped(typed.TypeName, typed.Value, SacredNull.Value) : value;
        }

        return LargeValue.Of(value);
    }
}
