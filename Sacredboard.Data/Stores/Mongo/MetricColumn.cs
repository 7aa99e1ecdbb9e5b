using System.Buffers.Binary;
using MongoDB.Bson;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Stores.Mongo;

/// <summary>One array of a metric document as numbers, read directly from its bytes.</summary>
internal readonly ref struct MetricColumn
{
    private readonly BsonChunks _document;
    private readonly int _first;
    private readonly int _last;

    private MetricColumn(BsonChunks document, int first, int last, double[] numbers, List<int>? others)
    {
        _document = document;
        (_first, _last) = (first, last);
        Numbers = numbers;
        OtherTypes = others ?? [];
    }

    /// <summary>NaN where the element is not of the wanted type.</summary>
    public double[] Numbers { get; }

    /// <summary>Indexes of elements that are not of the wanted type.</summary>
    public List<int> OtherTypes { get; }

    public int Count => Numbers.Length;

    /// <summary>False when the document must be joined to be read.</summary>
    /// <param name="document">The metric document.</param>
    /// <param name="place">The array in it; anything else is an empty column.</param>
    /// <param name="times">Whether dates are wanted, as milliseconds since 1970, and not numbers.</param>
    /// <param name="column">The result.</param>
    public static bool TryRead(BsonChunks document, MetricLayout.Place place, bool times, out MetricColumn column)
    {
        if (!place.IsArray)
        {
            column = new(document, 0, 0, [], null);
            return true;
        }

        var reader = new MetricColumnReader(document, place, times);
        var isRead = reader.TryRead();
        column = isRead ? new(document, place.Start + 4, reader.Last, reader.Numbers, reader.Others) : default;
        return isRead;
    }

    /// <summary>The stored value at this index, or null when there is none.</summary>
    public SacredValue? ValueAt(int index)
    {
        if (index < 0 || index >= Count)
        {
            return null;
        }

        var position = index == Count - 1 ? _last : _first;
        for (var i = index == Count - 1 ? index : 0; i < index; i++)
        {
            position += SizeAt(position);
        }

        // As a document with one element.
        var size = SizeAt(position);
        var value = new byte[size + 5];
        BinaryPrimitives.WriteInt32LittleEndian(value, value.Length);
        _document.CopyTo(position, value.AsSpan(4, size));
        var reader = new BsonSpanReader(value);
        return reader.Read() ? BsonTree.ReadValue(reader) : null;
    }

    private int SizeAt(int position)
    {
        var element = _document.From(position, stackalloc byte[MetricColumnReader.MaxElement]);
        return MetricColumnReader.TryMeasure(element, 0, out var key, out var size)
            ? key + size
            : throw new FormatException("A BSON value is longer than its document.");
    }
}
