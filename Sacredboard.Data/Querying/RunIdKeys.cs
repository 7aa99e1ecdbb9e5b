using System.Globalization;
using Sacredboard.Data.Runs;

namespace Sacredboard.Data.Querying;

/// <summary>Keys that sort run ids: whole numbers, also those stored as text, by their value; all others by <see cref="RunId.CompareTo"/>.</summary>
internal static class RunIdKeys
{
    public static SortKey[] Of(RunId[] ids)
    {
        var keys = new SortKey[ids.Length];
        var others = new List<int>();
        for (var i = 0; i < ids.Length; i++)
        {
            if (TryNumber(ids[i], out var number))
            {
                // The sign bit turned: an unsigned number of the same order.
                keys[i] = new(SortClass.Number, (ulong)number ^ (1UL << 63));
            }
            else
            {
                others.Add(i);
            }
        }

        others.Sort((a, b) => ids[a].CompareTo(ids[b]));
        for (var rank = 0; rank < others.Count; rank++)
        {
            keys[others[rank]] = new(SortClass.Other, (ulong)rank);
        }

        return keys;
    }

    private static bool TryNumber(RunId id, out long number)
    {
        number = id.Integer;
        // Directories are named by text: 2 comes before 10 nevertheless.
        return id.Kind == RunIdKind.Integer
            || (id.Kind == RunIdKind.Text && id.Text.Length < 19
                && long.TryParse(id.Text, NumberStyles.None, CultureInfo.InvariantCulture, out number));
    }
}
