using System.Globalization;
using System.Text;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Stores.TinyDb;

/// <summary>
/// Finds the documents of all runs in a metadata.json, <c>{"runs": {"1": {…}, …}}</c>; TinyDB 3 has a table <c>_default</c> beside it,
/// which is empty. Text behind the end is ignored: it is of a longer version that TinyDB has not cut off yet.
/// </summary>
/// <param name="last">The index of the previous version, so that documents that did not change need not be looked into.</param>
internal sealed class TinyDbScan(TinyDbIndex last)
{
    private const string Table = "runs";

    private readonly Dictionary<(long Number, ulong Hash), RunId> _known =
        last.NewestFirst.DistinctBy(document => (document.Number, document.Hash))
            .ToDictionary(document => (document.Number, document.Hash), document => document.Id);

    /// <param name="stream">The file.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    /// <exception cref="JsonFormatException">It is no TinyDB, or just being written.</exception>
    public TinyDbIndex Read(Stream stream, CancellationToken cancellationToken)
    {
        using var json = new JsonStream(stream);
        // TinyDB makes the file before there is something to write.
        if (json.Peek() == 0)
        {
            return TinyDbIndex.Empty;
        }

        var documents = new List<TinyDbDocument>();
        foreach (var table in Members(json))
        {
            if (table == Table)
            {
                ReadRuns(json, documents, cancellationToken);
            }
            else
            {
                json.Value(skip: true);
            }
        }

        return new TinyDbIndex(documents);
    }

    private void ReadRuns(JsonStream json, List<TinyDbDocument> documents, CancellationToken cancellationToken)
    {
        foreach (var key in Members(json))
        {
            cancellationToken.ThrowIfCancellationRequested();
            json.Peek();
            var start = json.Offset;
            var document = json.Value();
            var number = long.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) ? parsed : documents.Count + 1;
            var hash = Hash(document);
            if (!_known.TryGetValue((number, hash), out var id) || document.IsEmpty)
            {
                id = IdOf(document) ?? RunId.Of(number);
            }

            documents.Add(new(id, number, start, json.Offset - start, hash));
        }
    }

    /// <summary>Of the bytes of a document; tells whether it changed, in this process.</summary>
    public static ulong Hash(ReadOnlySpan<byte> document)
    {
        var (low, high) = (new HashCode(), new HashCode());
        low.AddBytes(document);
        high.Add(document.Length);
        return ((ulong)(uint)high.ToHashCode() << 32) | (uint)low.ToHashCode();
    }

    // Null for none, and for one of a type that no observer gives.
    private static RunId? IdOf(ReadOnlySpan<byte> document)
    {
        var json = new JsonTokenizer(document);
        if (document.IsEmpty || !json.Read() || json.Token != JsonToken.ObjectStart)
        {
            return null;
        }

        while (json.Read() && json.Token == JsonToken.Name)
        {
            var isId = json.Raw.SequenceEqual("_id"u8);
            json.Read();
            if (isId)
            {
                return json.Value() switch
                {
                    SacredText text => RunId.Of(text.Value),
                    SacredInteger number when number.Value >= long.MinValue && number.Value <= long.MaxValue =>
                        RunId.Of((long)number.Value),
                    SacredDouble number => RunId.Of(number.Value),
                    _ => null,
                };
            }

            json.Skip();
        }

        return null;
    }

    // Each name is passed on with the value next; who takes it must read the value.
    private static IEnumerable<string> Members(JsonStream json)
    {
        json.Take("{"u8);
        if (json.Peek() == (byte)'}')
        {
            json.Take("}"u8);
            yield break;
        }

        do
        {
            yield return Name(json);
        }
        while (json.Take(",}"u8) == (byte)',');
    }

    private static string Name(JsonStream json)
    {
        if (json.Peek() != (byte)'"')
        {
            throw json.Unexpected();
        }

        var name = Encoding.UTF8.GetString(json.Value()[1..^1]);
        json.Take(":"u8);
        return name;
    }
}
