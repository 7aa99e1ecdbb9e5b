using Sacredboard.Data.Catalog.Statistics;
using Sacredboard.Data.Catalog.Storage;

namespace Sacredboard.Data.Queries.Evaluation;

/// <summary>A condition on a summary of a metric. One that is not known yet is missing.</summary>
internal sealed class MetricFinder(SummaryColumn figures, ValueTest test) : RunFinder
{
    private readonly bool _missing = test.Missing();

    public override RunBits Find(RunPiece piece, int firstSlot)
    {
        var found = new RunBits();
        for (var i = 0; i < RunPiece.Size; i++)
        {
            var figure = figures[firstSlot + i];
            if (double.IsNaN(figure) ? _missing : test.Number(ExactNumber.Of(figure)))
            {
                found.Set(i);
            }
        }

        return found;
    }
}
