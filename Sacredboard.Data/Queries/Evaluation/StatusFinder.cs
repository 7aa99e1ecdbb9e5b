using Sacredboard.Data.Catalog.Columns;
using Sacredboard.Data.Catalog.Storage;

namespace Sacredboard.Data.Queries.Evaluation;

/// <summary>A condition on the status as it is shown.</summary>
internal sealed class StatusFinder(ValueTest test) : RunFinder
{
    public override RunBits Find(RunPiece piece, int firstSlot)
    {
        var found = new RunBits();
        var statuses = SearchColumns.Of(piece).Statuses;
        for (var i = 0; i < statuses.Names.Length; i++)
        {
            if (statuses.Names[i] is var status && (status.Length == 0 ? test.Missing() : test.Text(status)))
            {
                found.Or(statuses.Runs[i]);
            }
        }

        return found;
    }
}
