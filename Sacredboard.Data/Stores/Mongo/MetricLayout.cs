using System.Buffers.Binary;
using MongoDB.Bson;
using Sacredboard.Data.Runs;

namespace Sacredboard.Data.Stores.Mongo;

/// <summary>What a metric document says of itself, and where its arrays lie.</summary>
internal readonly ref struct MetricLayout
{
    /// <summary>Names and ids are short; a document with longer ones is joined.</summary>
    private const int MaxElement = 512;

    private MetricLayout(string name, RunId? run, scoped ReadOnlySpan<Place> arrays)
    {
        (Name, Run) = (name, run);
        Steps = arrays[0].IsArray ? arrays[0] : arrays[1];
        Values = arrays[2].IsArray ? arrays[2] : arrays[3];
        Times = arrays[4];
    }

    public string Name { get; }

    /// <summary>Null when the document names none.</summary>
    public RunId? Run { get; }

    public Place Steps { get; }

    public Place Values { get; }

    public Place Times { get; }

    /// <summary>False when it must be joined to be read.</summary>
    public static bool TryRead(BsonChunks document, out MetricLayout layout)
    {
        layout = default;
        Span<byte> scratch = stackalloc byte[MaxElement];
        Span<Place> arrays = stackalloc Place[5];
        var head = new List<byte> { 0, 0, 0, 0 };
        var position = 4;
        while (document.From(position, scratch) is var element && element[0] != 0)
        {
            var name = element[1..].IndexOf((byte)0);
            var size = name < 0 ? -1 : BsonSpanReader.SizeOf((BsonType)element[0], element[(name + 2)..]);
            if (size < 0)
            {
                return document.IsJoined ? throw new FormatException("A BSON value is longer than its document.") : false;
            }

            var start = position + name + 2;
            var place = IndexOf(element.Slice(1, name));
            if (size >= document.Length - start)
            {
                throw new FormatException("A BSON value is longer than its document.");
            }

            if (place >= 0)
            {
                arrays[place] = arrays[place].IsFound ? arrays[place] : new(start, size, (BsonType)element[0]);
            }
            else if (IsOfHead(element.Slice(1, name)))
            {
                if (name + 2 + size > element.Length)
                {
                    return false;
                }

                head.AddRange(element[..(name + 2 + size)]);
            }

            position = start + size;
        }

        layout = Of(head, arrays);
        return true;
    }

    private static MetricLayout Of(List<byte> head, scoped ReadOnlySpan<Place> arrays)
    {
        head.Add(0);
        byte[] document = [.. head];
        BinaryPrimitives.WriteInt32LittleEndian(document, document.Length);
        return new(MetricShape.ReadName(document), MetricShape.ReadRun(document), arrays);
    }

    private static bool IsOfHead(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("name"u8) || name.SequenceEqual("run_id"u8) || name.SequenceEqual("run"u8);

    private static int IndexOf(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("steps"u8) ? 0
        : name.SequenceEqual("x"u8) ? 1
        : name.SequenceEqual("values"u8) ? 2
        : name.SequenceEqual("y"u8) ? 3
        : name.SequenceEqual("timestamps"u8) ? 4
        : -1;

    /// <summary>A value of the document.</summary>
    /// <param name="Start">Offset of its bytes, without type and name.</param>
    /// <param name="Size">Their number.</param>
    /// <param name="Type">Its type.</param>
    public readonly record struct Place(int Start, int Size, BsonType Type)
    {
        public bool IsFound => Start > 0;

        public bool IsArray => Type == BsonType.Array;
    }
}
