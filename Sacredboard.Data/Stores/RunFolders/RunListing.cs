using System.Collections.Concurrent;

namespace Sacredboard.Data.Stores.RunFolders;

/// <summary>Reads the summaries of many runs.</summary>
internal sealed class RunListing(IRunFolders folders, RunFolderReader reader)
{
    /// <summary>The summaries of those ids that are runs, in no order.</summary>
    public async Task<IReadOnlyCollection<SummaryReading>> ReadAsync(IReadOnlyCollection<string> names, CancellationToken cancellationToken)
    {
        var readings = new ConcurrentBag<SummaryReading>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = folders.Readers, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(names, options, async (name, cancelled) =>
        {
            if (await reader.ReadSummaryAsync(name, cancelled).ConfigureAwait(false) is { } reading)
            {
                readings.Add(reading);
            }
        }).ConfigureAwait(false);
        return readings;
    }
}
