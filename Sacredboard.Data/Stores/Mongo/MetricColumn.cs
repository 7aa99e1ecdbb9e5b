using System.Buffers.Binary;
using MongoDB.Bson;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Stores.Mongo;

/// <summary>One array of a metric document as numbers, read directly from its bytes.</summary>
internal readonly ref struct MetricColumn
{
    private readonly ReadOnlySpan<byte> _array;
    private readonly int _lastPosition;

    private MetricColumn(ReadOnlySpan<byte> array, double[] numbers, int last, List<int>? others)
    {
        _array = array;
        _lastPosition = last;
        Numbers = numbers;
        OtherTypes = others ?? [];
    }

    /// <summary>NaN where the element is not of the wanted type.</summary>
    public double[] Numbers { get; }

    /// <summary>Indexes of elements that are not of the wanted type.</summary>
    public List<int> OtherTypes { get; }

    public int Count => Numbers.Length;

    public static MetricColumn Empty => new([], [], 0, null);

    public static MetricColumn ReadNumbers(ReadOnlySpan<byte> array) => Read(array, times: false);

    /// <summary>Milliseconds since 1970.</summary>
    public static MetricColumn ReadTimes(ReadOnlySpan<byte> array) => Read(array, times: true);

    /// <summary>The stored value at this index, or null when there is none.</summary>
    public SacredValue? ValueAt(int index)
    {
        if (index < 0 || index >= Count)
        {
            return null;
        }

        var reader = new BsonSpanReader(_array, index == Count - 1 ? _lastPosition : 4);
        reader.Read();
        for (var i = index == Count - 1 ? index : 0; i < index; i++)
        {
            reader.Read();
        }

        return BsonTree.ReadValue(reader);
    }

    private static MetricColumn Read(ReadOnlySpan<byte> array, bool times)
    {
        var numbers = new double[Capacity(array)];
        List<int>? others = null;
        var (count, position, last, digits, nextPower) = (0, 4, 4, 1, 10);
        while (array[position] != 0)
        {
            last = position;
            var type = (BsonType)array[position];
            digits += count == nextPower ? 1 : 0;
            nextPower = count == nextPower ? nextPower * 10 : nextPower;
            position = ValueAfterKey(array, position + 1, digits);
            if (count == numbers.Length)
            {
                Array.Resize(ref numbers, (count * 2) + 16);
            }

            var value = array[position..];
            var number = type switch
            {
                BsonType.Double when !times => BinaryPrimitives.ReadDoubleLittleEndian(value),
                BsonType.Int32 when !times => BinaryPrimitives.ReadInt32LittleEndian(value),
                BsonType.Int64 when !times => BinaryPrimitives.ReadInt64LittleEndian(value),
                BsonType.DateTime when times => BinaryPrimitives.ReadInt64LittleEndian(value),
                _ => double.NaN,
            };
            if (double.IsNaN(number) && (times || type != BsonType.Double))
            {
                (others ??= []).Add(count);
            }

            numbers[count++] = number;
            position += BsonSpanReader.SizeOf(type, value);
        }

        Array.Resize(ref numbers, count);
        return new MetricColumn(array, numbers, last, others);
    }

    // Array keys are normally "0", "1", …, so their length is known; other keys are searched for their end.
    private static int ValueAfterKey(ReadOnlySpan<byte> array, int key, int digits) =>
        array[key + digits] == 0 ? key + digits + 1 : key + array[key..].IndexOf((byte)0) + 1;

    /// <summary>Number of elements, all of the size of the first one, that fill an array of this many bytes.</summary>
    private static int Capacity(ReadOnlySpan<byte> array)
    {
        if (array[4] == 0)
        {
            return 0;
        }

        var size = BsonSpanReader.SizeOf((BsonType)array[4], array[(5 + array[5..].IndexOf((byte)0) + 1)..]);
        var (count, left) = (0, array.Length - 5);
        for (int digits = 1, width = 9; left > 0; digits++, width *= 10)
        {
            var fit = Math.Min(digits == 1 ? 10 : width, left / (size + digits + 2));
            count += fit;
            left = fit == (digits == 1 ? 10 : width) ? left - (fit * (size + digits + 2)) : 0;
        }

        return count;
    }
}
