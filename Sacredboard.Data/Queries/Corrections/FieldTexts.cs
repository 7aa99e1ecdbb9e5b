using Sacredboard.Data.Catalog.Columns;
using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Queries.Corrections;

/// <summary>The different texts that runs have in a field.</summary>
internal static class FieldTexts
{
    /// <summary>Among more of them the nearest one means little.</summary>
    private const int MaxTexts = 2000;

    private static readonly string[] Statuses =
    [
        RunStatus.Queued, RunStatus.Running, RunStatus.Completed, RunStatus.Interrupted, RunStatus.Failed,
        RunStatus.Timeout, RunStatus.Dead, RunStatus.Staged, RunStatus.Pending, RunStatus.Rescheduled, RunStatus.Killed,
    ];

    /// <summary>Empty when there are very many.</summary>
    public static IReadOnlyCollection<string> Of(RunList runs, RunField field)
    {
        var found = new HashSet<string>(field.OwnField is { Kind: OwnKind.Status } ? Statuses : []);
        foreach (var piece in runs.Pieces)
        {
            foreach (var value in PieceValues.Of(piece, field).Counts.Keys)
            {
                if (value is SacredText text && found.Add(text.Value) && found.Count > MaxTexts)
                {
                    return [];
                }
            }
        }

        return found;
    }
}
