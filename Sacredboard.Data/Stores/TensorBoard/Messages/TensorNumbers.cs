using System.Buffers.Binary;

namespace Sacredboard.Data.Stores.TensorBoard.Messages;

/// <summary>The enum tensorflow.DataType, with TensorFlow's numbers.</summary>
internal enum TensorType
{
    Invalid = 0,
    Float = 1,
    Double = 2,
    Int32 = 3,
    UInt8 = 4,
    Int16 = 5,
    Int8 = 6,
    String = 7,
    Int64 = 9,
    Bool = 10,
    BFloat16 = 14,
    UInt16 = 17,
    Half = 19,
    UInt32 = 22,
    UInt64 = 23,
}

/// <summary>Reads the numbers of a tensor from whichever field holds them.</summary>
internal static class TensorNumbers
{
    private const int MaxNumbers = 10_000_000;

    /// <summary>The number of a tensor that holds exactly one; null for any other.</summary>
    public static double? Single(TensorMessage tensor)
    {
        foreach (var size in tensor.Shape)
        {
            if (size != 1)
            {
                return null;
            }
        }

        var width = Width(tensor.Type);
        return width == 0 ? null
            : tensor.Content.Length > 0 ? tensor.Content.Length == width ? FromContent(tensor, 0) : null
            : Stored(tensor) == 1 ? FromField(tensor, 0) : null;
    }

    /// <summary>All numbers of the tensor; null when their count differs from its shape. A single number stands for all.</summary>
    public static double[]? All(TensorMessage tensor)
    {
        long count = 1;
        foreach (var size in tensor.Shape)
        {
            count = size is < 0 or > MaxNumbers || count > MaxNumbers ? -1 : count * size;
        }

        var width = Width(tensor.Type);
        if (width == 0 || count is < 0 or > MaxNumbers)
        {
            return null;
        }

        var inContent = tensor.Content.Length > 0;
        var stored = inContent ? tensor.Content.Length / width : Stored(tensor);
        if (stored != count && (inContent || stored != 1))
        {
            return null;
        }

        var all = new double[count];
        for (var i = 0; i < all.Length; i++)
        {
            all[i] = inContent ? FromContent(tensor, i) : FromField(tensor, stored == 1 ? 0 : i);
        }

        return all;
    }

    private static int Width(TensorType type) => type switch
    {
        TensorType.Float or TensorType.Int32 or TensorType.UInt32 => 4,
        TensorType.Double or TensorType.Int64 or TensorType.UInt64 => 8,
        TensorType.Half or TensorType.BFloat16 or TensorType.Int16 or TensorType.UInt16 => 2,
        TensorType.UInt8 or TensorType.Int8 or TensorType.Bool => 1,
        _ => 0,
    };

    private static int Stored(TensorMessage tensor) => tensor.Type switch
    {
        TensorType.Float => tensor.FloatValues.Count,
        TensorType.Double => tensor.DoubleValues.Count,
        TensorType.Half or TensorType.BFloat16 => tensor.HalfValues.Count,
        TensorType.Int64 => tensor.LongValues.Count,
        TensorType.Bool => tensor.BoolValues.Count,
        TensorType.UInt32 => tensor.UIntValues.Count,
        TensorType.UInt64 => tensor.ULongValues.Count,
        _ => tensor.IntValues.Count,
    };

    private static double FromField(TensorMessage tensor, int index) => tensor.Type switch
    {
        TensorType.Float => tensor.FloatValues[index],
        TensorType.Double => tensor.DoubleValues[index],
        TensorType.Half => (double)BitConverter.UInt16BitsToHalf((ushort)tensor.HalfValues[index]),
        TensorType.BFloat16 => OfBFloat16((ushort)tensor.HalfValues[index]),
        TensorType.Int64 => tensor.LongValues[index],
        TensorType.Bool => tensor.BoolValues[index] ? 1 : 0,
        TensorType.UInt32 => tensor.UIntValues[index],
        TensorType.UInt64 => tensor.ULongValues[index],
        _ => tensor.IntValues[index],
    };

    private static double FromContent(TensorMessage tensor, int index)
    {
        var bytes = tensor.Content.Span[(index * Width(tensor.Type))..];
        return tensor.Type switch
        {
            TensorType.Float => BinaryPrimitives.ReadSingleLittleEndian(bytes),
            TensorType.Double => BinaryPrimitives.ReadDoubleLittleEndian(bytes),
            TensorType.Half => (double)BinaryPrimitives.ReadHalfLittleEndian(bytes),
            TensorType.BFloat16 => OfBFloat16(BinaryPrimitives.ReadUInt16LittleEndian(bytes)),
            TensorType.Int32 => BinaryPrimitives.ReadInt32LittleEndian(bytes),
            TensorType.UInt32 => BinaryPrimitives.ReadUInt32LittleEndian(bytes),
            TensorType.Int64 => BinaryPrimitives.ReadInt64LittleEndian(bytes),
            TensorType.UInt64 => BinaryPrimitives.ReadUInt64LittleEndian(bytes),
            TensorType.Int16 => BinaryPrimitives.ReadInt16LittleEndian(bytes),
            TensorType.UInt16 => BinaryPrimitives.ReadUInt16LittleEndian(bytes),
            TensorType.Int8 => (sbyte)bytes[0],
            TensorType.Bool => bytes[0] == 0 ? 0 : 1,
            _ => bytes[0],
        };
    }

    // The upper half of a single-precision number.
    private static double OfBFloat16(ushort bits) => BitConverter.UInt32BitsToSingle((uint)bits << 16);
}
