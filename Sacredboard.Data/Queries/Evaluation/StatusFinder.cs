using Sacredboard.Data.Catalog.Columns;
using Sacredboard.Data.Catalog.Storage;

namespace Sacredboard.Data.Queries.Evaluation;

/// <summary>A condition on the status as it is shown.</summary>
internal sealed class StatusFinder(ValueTest test) : RunFinder
{
    private readonly Dictionary<string, bool> _known = [];

    public override RunBits Find(RunPiece piece, int firstSlot)
    {
        var found = new RunBits();
        var (last, holds) = (default(string), false);
        var statuses = SearchColumns.Of(piece).Statuses;
        for (var i = 0; i < statuses.Length; i++)
        {
            var status = statuses[i];
            if (!ReferenceEquals(status, last))
            {
                (last, holds) = (status, IsTrue(status));
            }

            if (holds)
            {
                found.Set(i);
            }
        }

        return found;
    }

    private bool IsTrue(string status)
    {
        if (!_known.TryGetValue(status, out var holds))
        {
            _known[status] = holds = status.Length == 0 ? test.Missing() : test.Text(status);
        }

        return holds;
    }
}
