using System.Runtime.CompilerServices;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Stores.TinyDb;

/// <summary>Reads the info of runs.</summary>
/// <param name="file">Where the runs are.</param>
internal sealed class TinyDbRunInfo(TinyDbFile file) : IRunInfo
{
    private const int RunsAtOnce = 100;

    // The document, and a tree of its info: a number of ten digits is an object of 24 bytes and two references.
    private const int BytesPerByte = 6;

    public async IAsyncEnumerable<IReadOnlyList<RunInfo>> ReadAsync(
        IReadOnlyList<RunId> runs, string? curve, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var ids in runs.Chunk(RunsAtOnce))
        {
            var index = await file.IndexAsync(now: false, cancellationToken).ConfigureAwait(false);
            TinyDbDocument[] documents = [.. ids.Select(index.Find).OfType<TinyDbDocument>()];
            var read = await file.ReadAsync(documents, (document, bytes) => Read(document.Id, bytes, curve), cancellationToken)
                .ConfigureAwait(false);
            // A run that is just being written is left out.
            yield return
            [
                .. ids.Where(id => index.Find(id) is null).Select(id => new RunInfo(id, null)),
                .. read.Where(one => one.IsSame).Select(one => one.Value!),
            ];
        }
    }

    public long? EstimateBytes(RunId id) => file.Last.Find(id) is { } document ? document.Length * BytesPerByte : 0;

    public async Task<IReadOnlyList<RunId>> ListNewestAsync(int count, CancellationToken cancellationToken)
    {
        var index = await file.IndexAsync(now: false, cancellationToken).ConfigureAwait(false);
        return [.. index.NewestFirst.Take(count).Select(document => document.Id)];
    }

    private static RunInfo Read(RunId id, ReadOnlyMemory<byte> bytes, string? curve)
    {
        try
        {
            return new(id, TinyDbRunReader.Info(bytes.Span, curve));
        }
        catch (JsonFormatException exception)
        {
            return new(id, null, $"The document of the run {exception.Message}.");
        }
    }
}
