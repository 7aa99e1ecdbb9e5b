using Sacredboard.Data.Runs;

namespace Sacredboard.Data.Stores.TinyDb;

/// <param name="Id">The id of the run.</param>
/// <param name="Number">The key of its document, which counts upwards.</param>
/// <param name="Start">Where the document begins, in bytes.</param>
/// <param name="Length">Its length in bytes.</param>
/// <param name="Hash">Of its bytes.</param>
internal readonly record struct TinyDbDocument(RunId Id, long Number, long Start, long Length, ulong Hash);

/// <summary>Where in a metadata.json the document of each run is. Immutable.</summary>
internal sealed class TinyDbIndex
{
    public static readonly TinyDbIndex Empty = new([]);

    private readonly Dictionary<RunId, TinyDbDocument> _byId = [];

    /// <param name="documents">In stored order.</param>
    public TinyDbIndex(IEnumerable<TinyDbDocument> documents)
    {
        foreach (var document in documents)
        {
            // A run whose id was given to another one later is known by the number of its document.
            if (_byId.Remove(document.Id, out var older))
            {
                var renamed = older with { Id = RunId.Of(older.Number) };
                _byId.TryAdd(renamed.Id, renamed);
            }

            _byId[document.Id] = document;
        }

        NewestFirst = [.. _byId.Values.OrderByDescending(document => document.Number)];
    }

    public IReadOnlyList<TinyDbDocument> NewestFirst { get; }

    public TinyDbDocument? Find(RunId id) => _byId.TryGetValue(id, out var document) ? document : null;
}
