using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.RegularExpressions;

namespace Sacredboard.Data.Values.Python;

/// <summary>The type of an array's elements and how their bytes are read.</summary>
/// <param name="Kind">NumPy's kind: f, i, u, b (bool), c (complex), S, U, M (datetime), m (timedelta).</param>
/// <param name="Size">Size of one element in bytes.</param>
/// <param name="IsBigEndian">Byte order of an element.</param>
/// <param name="Unit">Unit of datetimes and timedeltas: <c>ns</c>, <c>D</c>, ….</param>
internal sealed partial record NumpyType(char Kind, int Size, bool IsBigEndian, string Unit)
{
    /// <summary>Null for types that are not supported: objects, structures, long doubles.</summary>
    public static NumpyType? Parse(string text, bool isBigEndian)
    {
        var match = Pattern().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var big = match.Groups["order"].Value switch { ">" => true, "<" => false, _ => isBigEndian };
        var digits = match.Groups["size"].Value;
        if (digits.Length > 6)
        {
            return null;
        }

        var size = digits.Length == 0 ? 0 : int.Parse(digits, CultureInfo.InvariantCulture);
        var unit = match.Groups["unit"].Value;
        return match.Groups["name"].Value switch
        {
            "float" when size is 16 or 32 or 64 => new('f', size / 8, big, ""),
            "f" when size is 2 or 4 or 8 => new('f', size, big, ""),
            "int" when size is 8 or 16 or 32 or 64 => new('i', size / 8, big, ""),
            "i" when size is 1 or 2 or 4 or 8 => new('i', size, big, ""),
            "uint" when size is 8 or 16 or 32 or 64 => new('u', size / 8, big, ""),
            "u" when size is 1 or 2 or 4 or 8 => new('u', size, big, ""),
            "bool" or "b" or "?" => new('b', 1, false, ""),
            "complex" when size is 64 or 128 => new('c', size / 8, big, ""),
            "c" when size is 8 or 16 => new('c', size, big, ""),
            "S" => new('S', size, false, ""),
            "U" => new('U', size * 4, big, ""),
            "datetime" or "M" when size is 64 or 8 => new('M', 8, big, unit),
            "timedelta" or "m" when size is 64 or 8 => new('m', 8, big, unit),
            _ => null,
        };
    }

    public SacredValue Read(ReadOnlySpan<byte> bytes) => Kind switch
    {
        'f' => new SacredDouble(Real(bytes)),
        'i' => new SacredInteger(Integer(bytes)),
        'u' =>
            new SacredInteger(Size == 8 && Integer(bytes) is < 0 and var wrapped
                ? (ulong)wrapped
                : Integer(bytes) & (Size == 8 ? -1 : (1L << (Size * 8)) - 1)),
        'b' => SacredBoolean.Of(bytes[0] != 0),
        'c' => new SacredText(PythonText.Complex(Real(bytes[..(Size / 2)]), Real(bytes[(Size / 2)..]))),
        'S' => new SacredText(PythonBytes.Literal(bytes.TrimEnd((byte)0))),
        'U' =>
            new SacredText((IsBigEndian ? new UTF32Encoding(bigEndian: true, byteOrderMark: false) : Encoding.UTF32)
                .GetString(bytes)
                .TrimEnd('\0')),
        'M' => Date(Integer(bytes)),
        _ => Integer(bytes) is var span && span == long.MinValue ? new SacredText("NaT") : new SacredText($"{span} {Unit}".TrimEnd()),
    };

    /// <summary>
    /// The bytes of an array that is stored as nested lists, for reading a view of it (<c>numpy.broadcast_to</c> makes such views);
    /// null for types other than plain numbers.
    /// </summary>
    public byte[]? Write(SacredList values)
    {
        if (Kind is not ('f' or 'i' or 'u' or 'b'))
        {
            return null;
        }

        using var bytes = new MemoryStream();
        return Write(values, bytes) ? bytes.ToArray() : null;
    }

    private bool Write(SacredValue value, MemoryStream bytes)
    {
        if (value is SacredList list)
        {
            return list.Items.All(item => Write(item, bytes));
        }

        var number = value switch
        {
            SacredBoolean boolean => boolean.Value ? 1 : 0,
            SacredDouble real => real.Value,
            SacredInteger integer => (double)integer.Value,
            _ => double.NaN,
        };
        var bits = (Kind, Size) switch
        {
            ('f', 2) => BitConverter.HalfToUInt16Bits((Half)number),
            ('f', 4) => BitConverter.SingleToUInt32Bits((float)number),
            ('f', _) => BitConverter.DoubleToUInt64Bits(number),
            _ when value is SacredInteger { Value: var whole } => (ulong)(whole & ulong.MaxValue),
            _ => (ulong)number,
        };
        Span<byte> written = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(written, bits);
        bytes.Write(written[..Size]);
        return value is SacredBoolean or SacredDouble or SacredInteger;
    }

    private double Real(ReadOnlySpan<byte> bytes) => (bytes.Length, IsBigEndian) switch
    {
        (2, false) => (double)BinaryPrimitives.ReadHalfLittleEndian(bytes),
        (2, true) => (double)BinaryPrimitives.ReadHalfBigEndian(bytes),
        (4, false) => BinaryPrimitives.ReadSingleLittleEndian(bytes),
        (4, true) => BinaryPrimitives.ReadSingleBigEndian(bytes),
        (_, false) => BinaryPrimitives.ReadDoubleLittleEndian(bytes),
        _ => BinaryPrimitives.ReadDoubleBigEndian(bytes),
    };

    private long Integer(ReadOnlySpan<byte> bytes) => (bytes.Length, IsBigEndian) switch
    {
        (1, _) => (sbyte)bytes[0],
        (2, false) => BinaryPrimitives.ReadInt16LittleEndian(bytes),
        (2, true) => BinaryPrimitives.ReadInt16BigEndian(bytes),
        (4, false) => BinaryPrimitives.ReadInt32LittleEndian(bytes),
        (4, true) => BinaryPrimitives.ReadInt32BigEndian(bytes),
        (_, false) => BinaryPrimitives.ReadInt64LittleEndian(bytes),
        _ => BinaryPrimitives.ReadInt64BigEndian(bytes),
    };

    private SacredValue Date(long count)
    {
        if (count == long.MinValue)
        {
            return new SacredText("NaT");
        }

        try
        {
            return Unit switch
            {
                "ns" => new SacredDate(DateTime.UnixEpoch.AddTicks(count / 100)),
                "us" => new SacredDate(DateTime.UnixEpoch.AddTicks(checked(count * 10))),
                "ms" => new SacredDate(DateTime.UnixEpoch.AddTicks(checked(count * 10_000))),
                "s" => new SacredDate(DateTime.UnixEpoch.AddTicks(checked(count * TimeSpan.TicksPerSecond))),
                "m" => new SacredDate(DateTime.UnixEpoch.AddTicks(checked(count * TimeSpan.TicksPerMinute))),
                "h" => new SacredDate(DateTime.UnixEpoch.AddTicks(checked(count * TimeSpan.TicksPerHour))),
                "D" => new SacredDate(DateTime.UnixEpoch.AddTicks(checked(count * TimeSpan.TicksPerDay))),
                _ => new SacredText($"{count} {Unit}".TrimEnd()),
            };
        }
        catch (Exception exception) when (exception is OverflowException or ArgumentOutOfRangeException)
        {
            return new SacredText($"{count} {Unit}");
        }
    }

    [GeneratedRegex(@"^(?<order>[<>|=]?)(?<name>[a-zA-Z?]+)(?<size>\d*)(?:\[(?<unit>[a-zA-Z]+)\])?$")]
    private static partial Regex Pattern();
}
