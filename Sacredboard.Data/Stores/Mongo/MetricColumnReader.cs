using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MongoDB.Bson;

namespace Sacredboard.Data.Stores.Mongo;

/// <summary>
/// Reads an array of numbers or dates. Nearly always its elements have one type, and their keys are "0", "1", …, so that as long as the
/// number of digits stays the same, all elements have one size: these are read at a fixed stride.
/// </summary>
internal ref struct MetricColumnReader(BsonChunks document, MetricLayout.Place place, bool times)
{
    /// <summary>Type, key and value of what is read without joining chunks have at most so many bytes.</summary>
    public const int MaxElement = 64;

    private readonly BsonChunks _document = document;
    private readonly int _end = place.Start + place.Size - 1;
    private int _position = place.Start + 4;
    private int _count;
    private int _digits = 1;
    private int _nextPower = 10;

    public double[] Numbers { get; private set; } = [];

    public List<int>? Others { get; private set; }

    /// <summary>Position of the last element.</summary>
    public int Last { get; private set; }

    /// <summary>False when the document must be joined to be read.</summary>
    public bool TryRead()
    {
        Span<byte> scratch = stackalloc byte[MaxElement];
        while (_position < _end && _document.From(_position, scratch) is var window && window[0] != 0)
        {
            if (_count == _nextPower)
            {
                (_digits, _nextPower) = (_digits + 1, _nextPower * 10);
            }

            if (Numbers.Length == _count)
            {
                Grow(window);
            }

            if (!ReadStretch(window) && !TryReadOne(window))
            {
                return _document.IsJoined ? throw new FormatException("A BSON value is longer than its document.") : false;
            }
        }

        // The zero that ends an array.
        if (_position > _end || (_position == _end && _document.From(_end, scratch)[0] != 0))
        {
            throw new FormatException("A BSON value is longer than its document.");
        }

        if (_count < Numbers.Length)
        {
            Numbers = Numbers[.._count];
        }

        return true;
    }

    /// <summary>Measures an element; false when its bytes do not suffice.</summary>
    /// <param name="element">Begins with its type.</param>
    /// <param name="digits">The probable number of digits of its key; 0 when not known.</param>
    /// <param name="key">Number of bytes before the value.</param>
    /// <param name="size">Number of bytes of the value.</param>
    public static bool TryMeasure(ReadOnlySpan<byte> element, int digits, out int key, out int size)
    {
        key = digits > 0 && element.Length > digits + 1 && element[digits + 1] == 0 ? digits + 2 : 2 + element[1..].IndexOf((byte)0);
        size = key < 2 ? -1 : BsonSpanReader.SizeOf((BsonType)element[0], element[key..]);
        return size >= 0;
    }

    // Reads elements of one type as long as they lie in one chunk; false when there is none.
    private bool ReadStretch(scoped ReadOnlySpan<byte> window)
    {
        var type = (BsonType)window[0];
        var size = (type, times) switch
        {
            (BsonType.Double or BsonType.Int64, false) or (BsonType.DateTime, true) => 8,
            (BsonType.Int32, false) => 4,
            _ => 0,
        };
        if (size == 0)
        {
            return false;
        }

        var stride = _digits + 2 + size;
        var most = Math.Min(Math.Min(window.Length, _end - _position) / stride, _nextPower - _count);
        var to = Numbers.AsSpan(_count, Math.Min(most, Numbers.Length - _count));
        var read = type switch
        {
            BsonType.Double => Read<double>(window, _digits, stride, to),
            BsonType.Int32 => Read<int>(window, _digits, stride, to),
            _ => Read<long>(window, _digits, stride, to),
        };
        _count += read;
        Last = read > 0 ? _position + ((read - 1) * stride) : Last;
        _position += read * stride;
        return read > 0;
    }

    // The caller made sure that the window holds as many strides as there are numbers to read.
    private static int Read<T>(ReadOnlySpan<byte> window, int digits, int stride, Span<double> to)
        where T : unmanaged
    {
        ref var element = ref MemoryMarshal.GetReference(window);
        var type = element;
        for (var i = 0; i < to.Length; i++)
        {
            if (element != type || Unsafe.Add(ref element, digits + 1) != 0)
            {
                return i;
            }

            var value = Unsafe.ReadUnaligned<T>(ref Unsafe.Add(ref element, digits + 2));
            to[i] = typeof(T) == typeof(double) ? Unsafe.As<T, double>(ref value)
                : typeof(T) == typeof(int) ? Unsafe.As<T, int>(ref value)
                : Unsafe.As<T, long>(ref value);
            element = ref Unsafe.Add(ref element, stride);
        }

        return to.Length;
    }

    private bool TryReadOne(scoped ReadOnlySpan<byte> window)
    {
        if (!TryMeasure(window, _digits, out var key, out var size))
        {
            return false;
        }

        var type = (BsonType)window[0];
        var isNumber = times ? type == BsonType.DateTime : type is BsonType.Double or BsonType.Int32 or BsonType.Int64;
        if (isNumber && window.Length < key + size)
        {
            return false;
        }

        if (!isNumber)
        {
            (Others ??= []).Add(_count);
        }

        Numbers[_count++] = !isNumber ? double.NaN
            : type == BsonType.Double ? BinaryPrimitives.ReadDoubleLittleEndian(window[key..])
            : type == BsonType.Int32 ? BinaryPrimitives.ReadInt32LittleEndian(window[key..])
            : BinaryPrimitives.ReadInt64LittleEndian(window[key..]);
        Last = _position;
        if (size > _end - _position - key)
        {
            throw new FormatException("A BSON value is longer than its document.");
        }

        _position += key + size;
        return true;
    }

    // At first to the number of elements, all of the size of the first one, that fill the array: nearly always the right one.
    private void Grow(scoped ReadOnlySpan<byte> window)
    {
        var size = _count == 0 && TryMeasure(window, _digits, out _, out var first) ? first : -1;
        var numbers = GC.AllocateUninitializedArray<double>(size < 0 ? (_count * 2) + 16 : Math.Max(Capacity(size), 1));
        Numbers.CopyTo(numbers, 0);
        Numbers = numbers;
    }

    private readonly int Capacity(int size)
    {
        var (count, left) = (0, _end - _position);
        for (int digits = 1, width = 10; left >= size + digits + 2; digits++, width = digits == 2 ? 90 : width * 10)
        {
            var fit = Math.Min(width, left / (size + digits + 2));
            count += fit;
            left = fit == width ? left - (fit * (size + digits + 2)) : 0;
        }

        return count;
    }
}
