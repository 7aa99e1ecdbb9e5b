using MongoDB.Bson.IO;

namespace Sacredboard.Data.Stores.Mongo;

/// <summary>
/// The bytes of one document where the driver received them: in one piece or in chunks of 64 KB. A metric may have 16 MB, so its chunks
/// are not joined.
/// </summary>
internal readonly ref struct BsonChunks
{
    private readonly ReadOnlySpan<byte> _joined;
    private readonly IByteBuffer? _chunks;

    public BsonChunks(ReadOnlySpan<byte> document)
    {
        _joined = document;
        Length = document.Length;
    }

    public BsonChunks(IByteBuffer document)
    {
        Length = document.Length;
        var first = document.AccessBackingBytes(0);
        if (first.Count >= Length)
        {
            _joined = first.AsSpan(0, Length);
        }
        else
        {
            _chunks = document;
        }
    }

    public int Length { get; }

    public bool IsJoined => _chunks is null;

    /// <summary>
    /// The bytes from a position on: at least as many as <paramref name="scratch"/> holds, or all to the end of the document; those in one
    /// piece when joined.
    /// </summary>
    /// <param name="position">Offset in bytes.</param>
    /// <param name="scratch">Gets a copy of bytes that lie in several chunks.</param>
    public ReadOnlySpan<byte> From(int position, Span<byte> scratch)
    {
        var rest = Rest(position);
        if (rest.Length >= scratch.Length || rest.Length == Length - position)
        {
            return rest;
        }

        var copy = scratch[..Math.Min(scratch.Length, Length - position)];
        CopyTo(position, copy);
        return copy;
    }

    public void CopyTo(int position, scoped Span<byte> to)
    {
        while (to.Length > 0)
        {
            var rest = Rest(position);
            rest = rest[..Math.Min(rest.Length, to.Length)];
            rest.CopyTo(to);
            position += rest.Length;
            to = to[rest.Length..];
        }
    }

    // To the end of the chunk.
    private ReadOnlySpan<byte> Rest(int position)
    {
        if (_chunks is null)
        {
            return _joined[position..];
        }

        ReadOnlySpan<byte> rest = _chunks.AccessBackingBytes(position);
        return rest.Length > Length - position ? rest[..(Length - position)] : rest;
    }
}
