using System.Collections.Concurrent;
using Sacredboard.Data.Stores.Directories;

namespace Sacredboard.Data.Stores.Files;

/// <summary>The directories in the storage, and the runs in them.</summary>
internal sealed class RunListing(StorageRoot root, RunDirectoryReader reader)
{
    // Enough to hide the latency of a network drive, few enough to leave processors for others.
    private const int Readers = 4;

    /// <summary>Names of directories that may be runs; their content is not checked.</summary>
    /// <exception cref="RunStoreException">The storage directory cannot be listed.</exception>
    public IEnumerable<string> Directories()
    {
        try
        {
            return [.. Directory.EnumerateDirectories(root.Directory)
                .Select(path => Path.GetFileName(path))
                .Where(name => root.RunDirectory(name) is not null)];
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new RunStoreException(RunStoreProblem.Refused, $"The directory {root.Directory} may not be read.", exception);
        }
        catch (DirectoryNotFoundException exception)
        {
            throw new RunStoreException(RunStoreProblem.Unreachable, $"The directory {root.Directory} does not exist.", exception);
        }
        catch (IOException exception)
        {
            throw new RunStoreException(RunStoreProblem.Unreachable, $"The directory {root.Directory} cannot be read.", exception);
        }
    }

    /// <summary>The summaries of those names that are runs, in no order.</summary>
    public async Task<IReadOnlyCollection<SummaryReading>> ReadAsync(IReadOnlyCollection<string> names, CancellationToken cancellationToken)
    {
        var readings = new ConcurrentBag<SummaryReading>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = Readers, CancellationToken = cancellationToken };
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
