using System.Runtime.CompilerServices;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores.Directories;

namespace Sacredboard.Data.Stores.Files;

/// <summary>Reads the info.json of runs, of which a part may be asked for: some are many megabytes long.</summary>
internal sealed class InfoFiles(StorageRoot root, RunListing listing, TimeProvider time) : IRunInfo
{
    private const string Name = "info.json";
    private const int RunsAtOnce = 100;

    // The file, and a tree of it: a number of ten digits is an object of 24 bytes and two references.
    private const int BytesPerByte = 6;

    // As many as for metrics.
    private const int Readers = 4;

    public async IAsyncEnumerable<IReadOnlyList<RunInfo>> ReadAsync(
        IReadOnlyList<RunId> runs, string? curve, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var ids in runs.Chunk(RunsAtOnce))
        {
            var found = new RunInfo?[ids.Length];
            var options = new ParallelOptions { MaxDegreeOfParallelism = Readers, CancellationToken = cancellationToken };
            await Parallel.ForAsync(0, ids.Length, options, async (i, cancelled) =>
                found[i] = await ReadAsync(ids[i], curve, cancelled).ConfigureAwait(false)).ConfigureAwait(false);
            yield return [.. found.OfType<RunInfo>()];
        }
    }

    public long? EstimateBytes(RunId id) =>
        id.Kind == RunIdKind.Text && root.RunDirectory(id.Text) is { } run && root.FindOwn(run, Name) is { Path: not null } file
            ? file.State.Length * BytesPerByte
            : 0;

    public Task<IReadOnlyList<RunId>> ListNewestAsync(int count, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<RunId>>([.. RunOrder.ByName(listing.Directories()).Take(count).Select(RunId.Of)]);

    // Null for a file that is being written.
    private async ValueTask<RunInfo?> ReadAsync(RunId run, string? curve, CancellationToken cancellationToken)
    {
        if (run.Kind != RunIdKind.Text || root.RunDirectory(run.Text) is not { } directory)
        {
            return new(run, null);
        }

        var (info, problem, isFresh) = await JsonFile.ReadAsync(
            () => root.FindOwn(directory, Name),
            Name,
            time,
            (bytes, length) => InfoJson.Read(bytes.AsSpan(0, length), curve),
            cancellationToken).ConfigureAwait(false);
        return isFresh ? null : new(run, info, problem);
    }
}
