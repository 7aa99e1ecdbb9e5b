using System.Buffers;
using MongoDB.Bson.IO;
using MongoDB.Bson.Serialization;

namespace Sacredboard.Data.Stores.Mongo;

/// <summary>Converts the bytes of one document, which are valid only during the call.</summary>
internal delegate T RawReader<out T>(ReadOnlySpan<byte> document);

/// <summary>The same, where the driver received them.</summary>
internal delegate T ChunksReader<out T>(BsonChunks document);

/// <summary>Makes the driver pass on the bytes of each document instead of its object model.</summary>
internal sealed class RawSerializer<T>(ChunksReader<T> read) : IBsonSerializer<T>
{
    public RawSerializer(RawReader<T> read)
        : this(document => Joined(document, read))
    {
    }

    public Type ValueType => typeof(T);

    public T Deserialize(BsonDeserializationContext context, BsonDeserializationArgs args)
    {
        using var document = context.Reader.ReadRawBsonDocument();
        // Bounds are checked everywhere, so invalid BSON ends here instead of reading other memory.
        try
        {
            return read(new BsonChunks(document));
        }
        catch (Exception exception) when (exception is IndexOutOfRangeException or ArgumentOutOfRangeException)
        {
            throw new FormatException("A BSON document is damaged.", exception);
        }
    }

    object? IBsonSerializer.Deserialize(BsonDeserializationContext context, BsonDeserializationArgs args) => Deserialize(context, args);

    // Never called, because nothing is ever written.
    public void Serialize(BsonSerializationContext context, BsonSerializationArgs args, T value) => throw new NotSupportedException();

    public void Serialize(BsonSerializationContext context, BsonSerializationArgs args, object value) => throw new NotSupportedException();

    private static T Joined(BsonChunks document, RawReader<T> read)
    {
        if (document.IsJoined)
        {
            return read(document.From(0, []));
        }

        // A response consists of chunks, and this document crosses their border.
        var joined = ArrayPool<byte>.Shared.Rent(document.Length);
        try
        {
            document.CopyTo(0, joined.AsSpan(0, document.Length));
            return read(joined.AsSpan(0, document.Length));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(joined);
        }
    }
}
