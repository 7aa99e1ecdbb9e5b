using System.Text;
using MongoDB.Bson;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Stores.Mongo;

/// <summary>Converts BSON bytes to <see cref="SacredValue"/>.</summary>
internal static class BsonTree
{
    // Servers refuse documents of more than 180 levels; this guards the stack.
    private const int MaxDepth = 400;

    public static SacredObject ReadObject(ReadOnlySpan<byte> document) => ReadObject(document, 0);

    /// <summary>The document of a run, with only what is to be read of it.</summary>
    public static SacredObject ReadRun(ReadOnlySpan<byte> document, RunParts parts)
    {
        var members = new List<KeyValuePair<string, SacredValue>>();
        for (var reader = new BsonSpanReader(document); reader.Read();)
        {
            var field = BsonNames.Get(reader.Name);
            if (parts.IsWhole(field))
            {
                members.Add(new(field, ReadValue(reader)));
            }
            else if (reader.Type == BsonType.Document)
            {
                members.Add(new(field, ReadTree(reader.Value, field, parts)));
            }
        }

        return new SacredObject(members);
    }

    /// <summary>The current value of the reader.</summary>
    public static SacredValue ReadValue(in BsonSpanReader element) => ReadValue(element, 0);

    private static SacredObject ReadTree(ReadOnlySpan<byte> document, string field, RunParts parts)
    {
        var members = new List<KeyValuePair<string, SacredValue>>();
        for (var reader = new BsonSpanReader(document); reader.Read();)
        {
            if (parts.Keeps(field, reader.Name))
            {
                members.Add(new(BsonNames.Get(reader.Name), ReadValue(reader)));
            }
        }

        return new SacredObject(members);
    }

    private static SacredObject ReadObject(ReadOnlySpan<byte> document, int depth)
    {
        var members = new KeyValuePair<string, SacredValue>[BsonSpanReader.Count(document)];
        var reader = new BsonSpanReader(document);
        for (var i = 0; reader.Read(); i++)
        {
            members[i] = new(BsonNames.Get(reader.Name), ReadValue(reader, depth));
        }

        return members.Length == 0 ? SacredObject.Empty : new SacredObject(members);
    }

    private static SacredList ReadList(ReadOnlySpan<byte> array, int depth)
    {
        var items = new SacredValue[BsonSpanReader.Count(array)];
        var reader = new BsonSpanReader(array);
        for (var i = 0; reader.Read(); i++)
        {
            items[i] = ReadValue(reader, depth);
        }

        return new SacredList(items);
    }

    private static SacredValue ReadValue(in BsonSpanReader element, int depth) => element.Type switch
    {
        BsonType.Double => new SacredDouble(element.Double),
        BsonType.String => new SacredText(Encoding.UTF8.GetString(element.Text)),
        BsonType.Document or BsonType.Array when depth > MaxDepth => throw new FormatException("BSON is nested too deep."),
        BsonType.Document => ReadObject(element.Value, depth + 1),
        BsonType.Array => ReadList(element.Value, depth + 1),
        BsonType.Boolean => SacredBoolean.Of(element.Value[0] != 0),
        BsonType.Null => SacredNull.Value,
        BsonType.Int32 => new SacredInteger(element.Int32),
        BsonType.Int64 => new SacredInteger(element.Int64),
        BsonType.DateTime when Date(element.Int64) is { } date => new SacredDate(date),
        _ => BsonTypedValue.Read(element),
    };

    /// <summary>Null for a time outside .NET's years 1 to 9999.</summary>
    public static DateTime? Date(long milliseconds)
    {
        const long Min = -62135596800000;
        const long Max = 253402300799999;
        return milliseconds is >= Min and <= Max ? DateTime.UnixEpoch.AddTicks(milliseconds * TimeSpan.TicksPerMillisecond) : null;
    }
}
