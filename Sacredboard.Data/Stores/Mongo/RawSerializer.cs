using System.Buffers;
using MongoDB.Bson.IO;
using MongoDB.Bson.Serialization;

namespace Sacredboard.Data.Stores.Mongo;

/// <summary>Converts the bytes of one document, which are valid only during the call.</summary>
internal delegate T RawReader<out T>(ReadOnlySpan<byte> document);

/// <summary>Makes the driver pass on the bytes of each document instead of its object model.</summary>
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

        // A response consists of chunks, and this document crosses their border.
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

    // Never called, because nothing is ever written.
    public void Serialize(BsonSerializationContext context, BsonSerializationArgs args, T value) => throw new NotSupportedException();

    public void Serialize(BsonSerializationContext context, BsonSerializationArgs args, object value) => throw new NotSupportedException();

    // Spans check their bounds, so invalid BSON ends here instead of reading other memory.
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
