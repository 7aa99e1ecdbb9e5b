using System.Globalization;
using Sacredboard.Data.Catalog.Columns;
using Sacredboard.Data.Catalog.Snapshots;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries.Language;

namespace Sacredboard.Data.Queries.Corrections;

/// <summary>Says in one sentence which values runs have in a field.</summary>
internal static class FieldHint
{
    private const int MaxListed = 6;

    /// <summary>Null when there is nothing short to say: for fields without values, and those with many texts.</summary>
    /// <param name="content">The runs.</param>
    /// <param name="field">A config value.</param>
    public static string? Of(CatalogContent content, RunField field)
    {
        var texts = FieldTexts.Of(content.Runs, field);
        return texts.Count is > 0 and <= MaxListed
            ? $"{field} is {string.Join(" or ", texts.Order(StringComparer.Ordinal).Select(text => QueryValue.Of(text).ToString()))}"
            : texts.Count > 0 ? null
            : Range(content, field) is not { } range ? null
            : range.Least == range.Greatest ? $"{field} is {Text(range.Least)} in all runs that have it"
            : $"{field} is from {Text(range.Least)} to {Text(range.Greatest)}";
    }

    private static (double Least, double Greatest)? Range(CatalogContent content, RunField field)
    {
        var (least, greatest) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var piece in content.Runs.Pieces)
        {
            var cells = NumberCells.Of(piece, [field], content.Packed.Paths)[0];
            for (var i = 0; i < piece.Runs.Length; i++)
            {
                if (piece.Runs[i] is not null && cells[i] is { Kind: NumberKind.Number, Number: var number } && double.IsFinite(number))
                {
                    (least, greatest) = (Math.Min(least, number), Math.Max(greatest, number));
                }
            }
        }

        return least <= greatest ? (least, greatest) : null;
    }

    private static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
