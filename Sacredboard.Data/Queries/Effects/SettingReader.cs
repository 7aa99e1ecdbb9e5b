using Sacredboard.Data.Catalog.Columns;
using Sacredboard.Data.Catalog.Snapshots;
using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Comparing;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries.Grouping;
using Sacredboard.Data.Queries.Totals;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Queries.Effects;

/// <summary>Reads fields of some runs of a snapshot as numbers and as settings, out of the columns of the catalog.</summary>
/// <param name="slots">The runs.</param>
internal sealed class SettingReader(CatalogContent content, GroupColumns columns, int[] slots)
{
    private const int MaxText = 200;

    /// <summary>One for each run; NaN where it has no number.</summary>
    public double[] Numbers(RunField field)
    {
        var column = columns.Numbers([field])[0];
        return Array.ConvertAll(slots, slot => column[slot] is { Kind: NumberKind.Number, Number: var number } ? number : double.NaN);
    }

    /// <summary>One for each key: numbers if all of its values are, otherwise texts.</summary>
    /// <param name="keys">Config keys, all different.</param>
    public IReadOnlyList<Setting> Settings(IReadOnlyList<RunField> keys, CancellationToken cancellationToken)
    {
        var numbers = columns.Numbers(keys);
        var settings = new Setting[keys.Count];
        Parallel.For(
            0,
            settings.Length,
            new ParallelOptions { CancellationToken = cancellationToken },
            key => settings[key] = Numeric(keys[key], numbers[key]) ?? Texts(keys[key]));
        return settings;
    }

    private Setting? Numeric(RunField key, NumberColumn column)
    {
        var numbers = new double[slots.Length];
        for (var i = 0; i < numbers.Length; i++)
        {
            var cell = column[slots[i]];
            if (cell.Kind == NumberKind.Other)
            {
                return null;
            }

            numbers[i] = cell.Kind == NumberKind.Number ? cell.Number : double.NaN;
        }

        return Setting.OfNumbers(key.ToString(), numbers);
    }

    // Equal values of a piece have equal keys, so each is written as text once.
    private Setting Texts(RunField key)
    {
        var pieces = new ValueColumn?[content.Runs.Pieces.Length];
        var texts = new Dictionary<SortKey, string>();
        return Setting.OfTexts(key.ToString(), Array.ConvertAll(slots, TextOf));

        string? TextOf(int slot)
        {
            var piece = slot / RunPiece.Size;
            var column = pieces[piece] ??= ValueColumn.Of(content.Runs.Pieces[piece], key);
            var value = column.Keys[slot % RunPiece.Size];
            if (value.Class == SortClass.Missing)
            {
                return null;
            }

            if (!texts.TryGetValue(value, out var text))
            {
                texts[value] = text = Written(content.Runs.At(slot)?.Value(key));
            }

            return text;
        }
    }

    private static string Written(SacredValue? value)
    {
        var text = value is SacredText { Value: var own } ? own : value is null ? "" : SacredJson.ToText(value, decoded: true);
        return text.Length <= MaxText ? text : text[..MaxText];
    }
}
