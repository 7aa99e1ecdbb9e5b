using Sacredboard.Data.Catalog.Columns;
using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Fields;

namespace Sacredboard.Data.Queries.Columns;

/// <summary>Finds the config keys that differ among any number of runs.</summary>
internal static class VaryingConfig
{
    /// <param name="slots">Of the runs that are compared.</param>
    public static IReadOnlyList<RunField> Find(RunList runs, int[] slots, PathTable table)
    {
        if (slots.Length < 2)
        {
            return [];
        }

        return
        [
            .. Values(runs, slots).Paths.Where(path => Vary(path.Value, slots.Length))
                .Select(path => (Keys: table.Keys(path.Key), path.Value))
                .Where(path => DifferingConfig.IsSetting(path.Keys))
                .OrderByDescending(path => DifferingConfig.Score(path.Keys, Distinct(path.Value), path.Value.Present, slots.Length))
                .ThenBy(path => string.Join('.', path.Keys), StringComparer.Ordinal)
                .Select(path => RunField.Config(path.Keys)),
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
        Parallel.For(0, pieces.Length, piece => pieces[piece] = members[piece] is { } meant ? TreeValues.Of(runs.Pieces[piece], FieldRoot.Config, meant) : null);
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

    private static int Distinct(PathValues values) => values.Counts?.Count ?? int.MaxValue;

    // A run that lacks the key differs too.
    private static bool Vary(PathValues values, int runs) => Distinct(values) > 1 || values.Present < runs;
}
