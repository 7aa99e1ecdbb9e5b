using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Sacredboard.Data.Values.Python;

/// <summary>
/// What a <c>.npy</c> file says of its array, and the beginning of it; read as NumPy's format is documented, nothing is unpickled.
/// </summary>
/// <param name="Type">The type of its elements as NumPy writes it: <c>&lt;f4</c>.</param>
/// <param name="Shape">Its dimensions; empty for a single value.</param>
/// <param name="Rows">
/// The beginning: the first rows of the last two dimensions, in all others at the index 0. A null stands where an element was not read.
/// </param>
/// <param name="Problem">Why no element is read: a sentence; null when they are.</param>
public sealed partial record NumpyFile(
    string Type, IReadOnlyList<long> Shape, IReadOnlyList<IReadOnlyList<SacredValue?>> Rows, string? Problem)
{
    public const int MaxRows = 20;
    public const int MaxColumns = 10;

    private const int MaxHeader = 64 * 1024;
    private const int MaxRead = 256 * 1024;
    private const int MaxDimensions = 64;

    /// <summary>Number of its elements; null when no number can say.</summary>
    public long? Count => Shape.Aggregate((long?)1, (count, size) =>
        count is { } known && (size == 0 || known <= long.MaxValue / size) ? known * size : null);

    /// <summary>Reads no more than some hundred kilobytes, however large the array is. Null when it is no such file.</summary>
    public static async Task<NumpyFile?> ReadAsync(Stream content, CancellationToken cancellationToken)
    {
        var start = new byte[12];
        if (await ReadAsync(content, start, cancellationToken) < start.Length
            || start[0] != 0x93 || !start.AsSpan(1, 5).SequenceEqual("NUMPY"u8))
        {
            return null;
        }

        // Version 1 has a length of two bytes, those after it one of four.
        var isFirst = start[6] == 1;
        var length = isFirst
            ? BinaryPrimitives.ReadUInt16LittleEndian(start.AsSpan(8))
            : BinaryPrimitives.ReadUInt32LittleEndian(start.AsSpan(8));
        if (length > MaxHeader || length < 2)
        {
            return null;
        }

        var header = new byte[length];
        var known = isFirst ? 2 : 0;
        start.AsSpan(12 - known, known).CopyTo(header);
        return await ReadAsync(content, header.AsMemory(known), cancellationToken) < header.Length - known
            ? null
            : await ReadAsync(content, Encoding.UTF8.GetString(header), cancellationToken);
    }

    private static async Task<NumpyFile?> ReadAsync(Stream content, string header, CancellationToken cancellationToken)
    {
        if (Dimensions().Match(header) is not { Success: true } dimensions)
        {
            return null;
        }

        var shape = new List<long>();
        foreach (var part in dimensions.Groups[1].Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            // Python 2 wrote 3L.
            if (shape.Count == MaxDimensions
                || !long.TryParse(part.TrimEnd('L'), NumberStyles.None, CultureInfo.InvariantCulture, out var size))
            {
                return null;
            }

            shape.Add(size);
        }

        var type = Description().Match(header) is { Success: true } single ? single.Groups[1].Value : "structured";
        if (NumpyType.Parse(type, isBigEndian: false) is not { Size: > 0 } element)
        {
            return new(type, shape, [], type.EndsWith('O')
                ? "Its elements are Python objects: reading them would run code of the file."
                : "Elements of this type are not shown.");
        }

        var bytes = new byte[MaxRead];
        var read = await ReadAsync(content, bytes, cancellationToken);
        return new(type, shape, RowsOf(shape, element, bytes.AsMemory(0, read), ByColumns().IsMatch(header)), null);
    }

    private static List<IReadOnlyList<SacredValue?>> RowsOf(
        IReadOnlyList<long> shape, NumpyType type, ReadOnlyMemory<byte> bytes, bool byColumns)
    {
        if (shape.Contains(0))
        {
            return [];
        }

        var (height, width) = (shape.Count < 2 ? 1 : shape[^2], shape.Count < 1 ? 1 : shape[^1]);
        // Of a long list, rows are as useful as of a matrix.
        var isList = shape.Count == 1 && width > MaxColumns;
        var rows = isList ? Math.Min(MaxRows, (width + MaxColumns - 1) / MaxColumns) : Math.Min(MaxRows, height);
        var (down, across) = byColumns && shape.Count > 1 ? Strides(shape) : (isList ? MaxColumns : width, 1L);
        var result = new List<IReadOnlyList<SacredValue?>>();
        for (long row = 0; row < rows; row++)
        {
            var columns = isList ? Math.Min(MaxColumns, width - (row * MaxColumns)) : Math.Min(MaxColumns, width);
            var values = new SacredValue?[columns];
            for (var column = 0; column < columns; column++)
            {
                var at = (UInt128)((row * (Int128)down) + (column * (Int128)across)) * (UInt128)type.Size;
                values[column] = at + (UInt128)type.Size <= (UInt128)bytes.Length ? type.Read(bytes.Span.Slice((int)at, type.Size)) : null;
            }

            result.Add(values);
        }

        return result;
    }

    // The first dimension runs fastest.
    private static (long Down, long Across) Strides(IReadOnlyList<long> shape)
    {
        var before = shape.Take(shape.Count - 2).Aggregate((Int128)1, (product, size) => Int128.Min(product * size, MaxRead));
        return ((long)before, (long)Int128.Min(before * shape[^2], long.MaxValue / MaxColumns));
    }

    private static async Task<int> ReadAsync(Stream content, Memory<byte> buffer, CancellationToken cancellationToken) =>
        await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);

    [GeneratedRegex("""['"]shape['"]\s*:\s*\(([0-9L,\s]*)\)""")]
    private static partial Regex Dimensions();

    [GeneratedRegex("""['"]descr['"]\s*:\s*['"]([^'"]{1,40})['"]""")]
    private static partial Regex Description();

    [GeneratedRegex("""['"]fortran_order['"]\s*:\s*True""")]
    private static partial Regex ByColumns();
}
