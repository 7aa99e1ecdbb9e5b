using System.Numerics;
using System.Runtime.InteropServices;
using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Queries.Grouping;

/// <summary>
/// Makes the keys of values; texts, lists and objects are numbered in the order of their appearance. Not safe for concurrent use.
/// </summary>
/// <param name="seeds">The keys that are ignored in objects inside lists; null for none.</param>
internal sealed class ValueKeys(SeedKeys? seeds = null)
{
    private readonly Dictionary<string, int> _texts = [];
    private readonly Dictionary<string, int> _others = [];
    private readonly Dictionary<int, ValueKey> _items = [];

    public ValueKey Of(Leaf leaf)
    {
        if (leaf.Item is { } item)
        {
            // Pooled texts and values are converted once.
            ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(_items, item.Id, out var exists);
            if (!exists)
            {
                known = item is PackedText text ? OfText(text.Value) : Of(((PackedValue)item).Value);
            }

            return known;
        }

        return OfPlain(leaf);
    }

    /// <summary>The key of a leaf that is no text, list or object, which is the same everywhere.</summary>
    public static ValueKey OfPlain(Leaf leaf) =>
        leaf.TryInteger(out var whole) ? new(ValueKind.Integer, whole)
            : leaf.TryNumber(out var number) ? ValueKey.Of(number)
            : leaf.TryBoolean(out var boolean) ? new(ValueKind.Boolean, boolean ? 1 : 0)
            : leaf.TryDate(out var ticks) ? new(ValueKind.Date, ticks)
            : new(leaf.IsNull ? ValueKind.Null : ValueKind.Missing, 0);

    public ValueKey Of(SacredValue? value) => value switch
    {
        null => default,
        SacredNull => new(ValueKind.Null, 0),
        SacredBoolean boolean => new(ValueKind.Boolean, boolean.Value ? 1 : 0),
        SacredInteger whole => Of(whole.Value),
        SacredDouble number => ValueKey.Of(number.Value),
        SacredDate date => new(ValueKind.Date, date.Value.Ticks),
        SacredText text => OfText(text.Value),
        SacredTyped { Value: SacredBoolean or SacredInteger or SacredDouble or SacredDate or SacredText } typed => Of(typed.Value),
        _ => new(ValueKind.Other, Number(_others, CanonicalText.Of(value, seeds))),
    };

    public ValueKey OfText(string text) => new(ValueKind.Text, Number(_texts, text));

    private ValueKey Of(BigInteger whole)
    {
        if (whole >= long.MinValue && whole <= long.MaxValue)
        {
            return new(ValueKind.Integer, (long)whole);
        }

        var number = (double)whole;
        return double.IsFinite(number) && new BigInteger(number) == whole
            ? ValueKey.Of(number)
            : new(ValueKind.Other, Number(_others, whole.ToString("R")));
    }

    private static int Number(Dictionary<string, int> numbers, string text)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, text, out var known);
        if (!known)
        {
            number = numbers.Count;
        }

        return number;
    }
}
