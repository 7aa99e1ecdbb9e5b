using Sacredboard.Data.Catalog.Statistics;
using Sacredboard.Data.Catalog.Storage;

namespace Sacredboard.Data.Queries.Evaluation;

/// <summary>A condition on a statistic of a metric. One that is not known yet is missing.</summary>
internal sealed class MetricFinder(StatisticColumn statistics, ValueTest test) : RunFinder
{
    private readonly bool _missing = test.Missing();

    public override RunBits Find(RunPiece piece, int firstSlot)
    {
        var found = new RunBits();
        for (var i = 0; i < RunPiece.Size; i++)
        {
            if (statistics[firstSlot + i] is { } statistic ? test.Number(ExactNumber.Of(statistic)) : _missing)
            {
                found.Set(i);
            }
        }

        return found;
    }
}
