using System.Globalization;
using Sacredboard.Data.Catalog.Columns;
using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Runs;
using SortKey = Sacredboard.Data.Catalog.Columns.SortKey;

namespace Sacredboard.Data.Queries.Sorting;

/// <summary>
/// Keys that sort run ids: whole numbers, also those stored as text, by their value; all others by <see cref="RunId.CompareTo"/>.
/// </summary>
internal static class RunIdKeys
{
    public static void Fill(SortKey[] keys, int[] slots, RunList runs)
    {
        var search = SearchColumns.Of(runs);
        var found = new List<(RunId Id, int Index)>[ManyRuns.Parts(slots.Length)];
        ManyRuns.Each(slots.Length, (part, from, to) =>
        {
            var names = found[part] = [];
            for (var i = from; i < to; i++)
            {
                var id = search[slots[i] / RunPiece.Size].Ids[slots[i] % RunPiece.Size];
                if (TryNumber(id, out var number))
                {
                    keys[i] = SortKey.OfWhole(number);
                }
                else
                {
                    names.Add((id, i));
                }
            }
        });

        var others = found.SelectMany(names => names).ToList();
        others.Sort((a, b) => a.Id.CompareTo(b.Id));
        for (var rank = 0; rank < others.Count; rank++)
        {
            keys[others[rank].Index] = new(SortClass.Other, (ulong)rank);
        }
    }

    private static bool TryNumber(RunId id, out long number)
    {
        number = id.Integer;
        // Names of directories are text, but 2 must come before 10.
        return id.Kind == RunIdKind.Integer
            || (id.Kind == RunIdKind.Text && id.Text.Length < 19
                && long.TryParse(id.Text, NumberStyles.None, CultureInfo.InvariantCulture, out number));
    }
}
