using System.Runtime.CompilerServices;
using Sacredboard.Data.Runs;

namespace Sacredboard.Data.Stores.RunFolders;

/// <summary>Reads the info.json of runs, of which a part may be asked for: some are many megabytes long.</summary>
internal sealed class InfoFiles(IRunFolders folders, TimeProvider time) : IRunInfo
{
    private const string Name = "info.json";
    private const int RunsAtOnce = 100;

    // The file, and a tree of it: a number of ten digits is an object of 24 bytes and two references.
    private const int BytesPerByte = 6;

    public async IAsyncEnumerable<IReadOnlyList<RunInfo>> ReadAsync(
        IReadOnlyList<RunId> runs, string? curve, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var ids in runs.Chunk(RunsAtOnce))
        {
            var found = new RunInfo?[ids.Length];
            var options = new ParallelOptions { MaxDegreeOfParallelism = folders.Readers, CancellationToken = cancellationToken };
            await Parallel.ForAsync(0, ids.Length, options, async (i, cancelled) =>
                found[i] = await ReadAsync(ids[i], curve, cancelled).ConfigureAwait(false)).ConfigureAwait(false);
            yield return [.. found.OfType<RunInfo>()];
        }
    }

    public long? EstimateBytes(RunId id) =>
        id.Kind == RunIdKind.Text ? folders.LengthOf(id.Text, Name) * BytesPerByte : 0;

    public async Task<IReadOnlyList<RunId>> ListNewestAsync(int count, CancellationToken cancellationToken) =>
        [.. (await folders.ListNewestFirstAsync(cancellationToken).ConfigureAwait(false)).Take(count).Select(RunId.Of)];

    // Null for a file that is being written.
    private async ValueTask<RunInfo?> ReadAsync(RunId run, string? curve, CancellationToken cancellationToken)
    {
        if (run.Kind != RunIdKind.Text)
        {
            return new(run, null);
        }

        var (info, problem, isFresh) = await JsonFile.ReadAsync(
            folders,
            run.Text,
            Name,
            time,
            (bytes, length) => InfoJson.Read(bytes.AsSpan(0, length), curve),
            null,
            cancellationToken).ConfigureAwait(false);
        return isFresh ? null : new(run, info, problem);
    }
}
