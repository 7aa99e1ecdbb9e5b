using System.Buffers;
using MongoDB.Bson.IO;
using MongoDB.Bson.Serialization;

namespace Sacredboard.Data.Stores.Mongo;

/// <summary>Makes something of the bytes of one document; they are gone after the call.</summary>
internal delegate T RawReader<out T>(ReadOnlySpan<byte> document);

/// <summary>Has the driver hand over the bytes of each document instead of an object model of them.</summary>
internal sealed class RawSerializer<T>(RawReader<T> read) : IBsonSerializer<T>
{
    public Type ValueType => typeof(T);

    public T Deserialize(BsonDeserializationContext context, BsonDeserializationArgs args)
    {
        using var document = context.Reader.ReadRawBsonDocument();
        var bytes = document.AccessBackingBytes(0);
        if (bytes.Count >= document.Length)
        {
            return Read(bytes.AsSpan(0, document.Length));
        }

        // An answer lies in several chunks, and this document over the border of two.
        var copy = ArrayPool<byte>.Shared.Rent(document.Length);
        try
        {
            document.GetBytes(0, copy, 0, document.Length);
            return Read(copy.AsSpan(0, document.Length));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(copy);
        }
    }

    object? IBsonSerializer.Deserialize(BsonDeserializationContext context, BsonDeserializationArgs args) => Deserialize(context, args);

    // The reverse is never asked for: nothing is ever written.
    public void Serialize(BsonSerializationContext context, BsonSerializationArgs args, T value) => throw new NotSupportedException();

    public void Serialize(BsonSerializationContext context, BsonSerializationArgs args, object value) => throw new NotSupportedException();

    // Spans check their bounds: bytes that are no BSON after all end here, not in somebody else's memory.
    private T Read(ReadOnlySpan<byte> document)
    {
        try
        {
            return read(document);
        }
        catch (Exception exception) when (exception is IndexOutOfRangeException or ArgumentOutOfRangeException)
        {
            throw new FormatException("A BSON document is damaged.", exception);
        }
    }
}
