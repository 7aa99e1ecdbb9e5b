using Sacredboard.Data.Runs;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Stores.Mongo;

/// <summary>A document of <c>fs.files</c>.</summary>
internal sealed record GridFile(
    RunId Id,
    string? Filename,
    string? Md5,
    long Length,
    long ChunkSize,
    string? ContentType,
    DateTime? Uploaded)
{
    /// <summary>Number of chunks that a complete file of this length has.</summary>
    public long Chunks => ChunkSize <= 0 ? 0 : (Length + ChunkSize - 1) / ChunkSize;

    public static GridFile Read(ReadOnlySpan<byte> document)
    {
        var fields = BsonTree.ReadObject(document);
        return new GridFile(
            MongoRunId.Of(document) ?? RunId.Null,
            (fields["filename"] as SacredText)?.Value,
            (fields["md5"] as SacredText)?.Value,
            Number(fields["length"]),
            Number(fields["chunkSize"]),
            (fields["contentType"] as SacredText)?.Value,
            (fields["uploadDate"] as SacredDate)?.Value);
    }

    private static long Number(SacredValue? value) => value switch
    {
        SacredInteger number => (long)number.Value,
        SacredDouble number => (long)number.Value,
        _ => 0,
    };
}
