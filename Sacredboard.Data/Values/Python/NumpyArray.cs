using System.IO.Compression;
using System.Numerics;

namespace Sacredboard.Data.Values.Python;

/// <summary>
/// NumPy arrays in every form that jsonpickle stores: nested values, base64 of zlib-compressed bytes, and views of another array by
/// offset and strides (both in bytes).
/// </summary>
internal sealed class NumpyArray
{
    private const int MaxDimensions = 64;

    private readonly byte[] _bytes;
    private readonly NumpyType _type;
    private readonly int[] _shape;
    private readonly long[] _strides;
    private readonly long _offset;

    private NumpyArray(byte[] bytes, NumpyType type, int[] shape, long[] strides, long offset) =>
        (_bytes, _type, _shape, _strides, _offset) = (bytes, type, shape, strides, offset);

    /// <summary>The elements as nested lists (a 0-dimensional array as its one value), or null when they cannot be read.</summary>
    public static SacredValue? Decode(JsonpickleDecoder decoder, SacredObject stored)
    {
        // Text without a shape is the single element of a 0-dimensional array.
        if (stored["values"] is { } values && (values is not SacredText || (stored["shape"] is null && stored["base"] is null)))
        {
            return decoder.Decode(values);
        }

        if (stored["dtype"] is SacredText { Value: "object" } && stored["values"] is SacredText packed)
        {
            return Objects(decoder, packed.Value, Shape(stored));
        }

        return Read(decoder, stored) is { } array ? array.Elements(0, array._offset) : null;
    }

    /// <summary>The value as a double; null when it is not a number.</summary>
    public static double? Number(SacredValue value) => value switch
    {
        SacredDouble real => real.Value,
        SacredInteger integer => (double)integer.Value,
        _ => null,
    };

    private static NumpyArray? Read(JsonpickleDecoder decoder, SacredObject stored)
    {
        var isView = stored["base"] is SacredObject;
        var origin = isView ? (SacredObject)stored["base"]! : stored;
        // NumPy views refer to the owner of the bytes, so a view of a view is never stored.
        var isBig = (origin["byteorder"] as SacredText)?.Value == ">";
        var swapped = isView && (stored["byteorder"] as SacredText)?.Value == "S";
        if (NumpyType.Parse((stored["dtype"] as SacredText)?.Value ?? "", isBig ^ swapped) is not { Size: > 0 } type
            || Shape(stored) is not { } shape
            || !decoder.Budget.TryTake(0, Slots(shape))
            || Bytes(decoder, origin, isBig) is not { } bytes)
        {
            return null;
        }

        var offset = isView && stored["offset"] is SacredInteger start ? start.Value : 0;
        var strides = isView ? Integers(stored["strides"]) : null;
        var byColumns = !isView && (stored["order"] as SacredText)?.Value == "F";
        strides ??= Contiguous(shape, type.Size, byColumns);
        return offset >= 0 && offset <= bytes.Length && IsInside(shape, strides, (long)offset, type.Size, bytes.Length)
            ? new NumpyArray(bytes, type, shape, strides, (long)offset)
            : null;
    }

    // The bytes of an array that is not a view.
    private static byte[]? Bytes(JsonpickleDecoder decoder, SacredObject stored, bool isBig)
    {
        if (NumpyType.Parse((stored["dtype"] as SacredText)?.Value ?? "", isBig) is not { Size: > 0 } type)
        {
            return null;
        }

        if (stored["values"] is SacredList few && stored["order"] is null)
        {
            return type.Write(few);
        }

        if (stored["values"] is not SacredText packed || Shape(stored) is not { } shape)
        {
            return null;
        }

        var length = (long)Count(shape) * type.Size;
        return decoder.Budget.TryTake(length, 0) && Inflate(packed.Value, (int)length) is { } bytes && bytes.Length == length
            ? bytes
            : null;
    }

    private static byte[]? Inflate(string packed, int maxLength)
    {
        if (PythonBytes.FromBase64(packed) is not { } bytes)
        {
            return null;
        }

        var inflated = new byte[maxLength];
        try
        {
            using var stream = new ZLibStream(new MemoryStream(bytes), CompressionMode.Decompress);
            var length = stream.ReadAtLeast(inflated, maxLength, throwOnEndOfStream: false);
            return stream.ReadByte() < 0 ? inflated[..length] : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static SacredValue? Objects(JsonpickleDecoder decoder, string packed, int[]? shape)
    {
        const int MaxLength = 4 * 1024 * 1024;
        if (!decoder.Budget.TryTake(MaxLength, 0) || InflateUpTo(packed, MaxLength) is not { } json)
        {
            return null;
        }

        try
        {
            return shape is null ? null : decoder.Decode(JsonTree.Parse(json).Root);
        }
        catch (JsonFormatException)
        {
            return null;
        }
    }

    /// <summary>
    /// Decompresses base64-encoded zlib data; null when it is invalid or longer than <paramref name="maxLength"/> bytes.
    /// </summary>
    public static byte[]? InflateUpTo(string packed, int maxLength) => Inflate(packed, maxLength);

    private SacredValue Elements(int dimension, long offset)
    {
        if (dimension == _shape.Length)
        {
            return _type.Read(_bytes.AsSpan((int)offset, _type.Size));
        }

        var items = new SacredValue[_shape[dimension]];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = Elements(dimension + 1, offset + (i * _strides[dimension]));
        }

        return new SacredList(items);
    }

    /// <summary>Null when the shape is missing or invalid. The product of the sizes fits an int.</summary>
    private static int[]? Shape(SacredObject stored)
    {
        if (Integers(stored["shape"]) is not { } sizes || sizes.Length > MaxDimensions)
        {
            return null;
        }

        var product = sizes.Aggregate(BigInteger.One, (product, size) => product * Math.Max(1, size));
        return product <= int.MaxValue / 32 && Array.TrueForAll(sizes, size => size >= 0) ? [.. sizes.Select(size => (int)size)] : null;
    }

    // Lists are allocated for all outer dimensions even when an inner one is empty.
    private static int Slots(int[] shape) => shape.Aggregate(1, (product, size) => product * Math.Max(1, size));

    private static long[]? Integers(SacredValue? stored) =>
        JsonpickleTags.Items(stored) is { } items
            && items.All(item => item is SacredInteger { Value: var value } && BigInteger.Abs(value) < int.MaxValue)
            ? [.. items.Select(item => (long)((SacredInteger)item).Value)]
            : null;

    private static int Count(int[] shape) => shape.Aggregate(1, (product, size) => product * size);

    private static long[] Contiguous(int[] shape, int size, bool byColumns)
    {
        var strides = new long[shape.Length];
        long stride = size;
        for (var i = 0; i < shape.Length; i++)
        {
            var dimension = byColumns ? i : shape.Length - 1 - i;
            strides[dimension] = stride;
            stride *= shape[dimension];
        }

        return strides;
    }

    private static bool IsInside(int[] shape, long[] strides, long offset, int size, int length)
    {
        if (strides.Length != shape.Length || shape.Contains(0))
        {
            return strides.Length == shape.Length;
        }

        var steps = shape.Zip(strides, (count, stride) => (count - 1) * stride).ToList();
        return offset + steps.Where(step => step < 0).Sum() >= 0 && offset + steps.Where(step => step > 0).Sum() + size <= length;
    }
}
