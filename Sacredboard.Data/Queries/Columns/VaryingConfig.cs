using Sacredboard.Data.Catalog.Columns;
using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Fields;

namespace Sacredboard.Data.Queries.Columns;

/// <summary>Finds the config keys that differ between any number of runs.</summary>
internal static class VaryingConfig
{
    /// <param name="slots">The slots of the runs to compare.</param>
    public static IReadOnlyList<RunField> Find(RunList runs, int[] slots, PathTable table)
    {
        if (slots.Length < 2)
        {
            return [];
        }

        return
        [
            .. Values(runs, slots).Paths
                .Select(found =>
                    new DifferingKey(table.Keys(found.Key), found.Value.Counts?.Count ?? int.MaxValue, found.Value.Present, slots.Length))
                .Where(key => key.Differs)
                .OrderByDescending(key => key.Score)
                .ThenBy(key => string.Join('.', key.Path), StringComparer.Ordinal)
                .Select(key => RunField.Config(key.Path)),
        ];
    }

    private static TreeValues Values(RunList runs, int[] slots)
    {
        var members = new RunBits?[runs.Pieces.Length];
        foreach (var slot in slots)
        {
            (members[slot / RunPiece.Size] ??= new()).Set(slot % RunPiece.Size);
        }

        var pieces = new TreeValues?[members.Length];
        Parallel.For(
            0,
            pieces.Length,
            piece => pieces[piece] = members[piece] is { } some ? TreeValues.Of(runs.Pieces[piece], FieldRoot.Config, some) : null);
        var all = new TreeValues();
        foreach (var piece in pieces)
        {
            if (piece is not null)
            {
                all.Add(piece);
            }
        }

        return all;
    }
}
