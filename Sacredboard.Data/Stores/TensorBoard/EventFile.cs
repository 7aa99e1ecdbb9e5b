using System.Buffers;
using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;
using Sacredboard.Data.Stores.Directories;

namespace Sacredboard.Data.Stores.TensorBoard;

/// <summary>How reading a file ended.</summary>
internal enum EventFileEnd
{
    /// <summary>After a complete record.</summary>
    Clean,

    /// <summary>Inside a record: it is being written, or its writer was killed.</summary>
    Cut,

    /// <summary>A checksum is wrong, so nothing after it can be trusted.</summary>
    Damaged,
}

/// <summary>Receives the data of one record; <paramref name="offset"/> is the start of the record in its file, in bytes.</summary>
internal delegate void RecordReader(ReadOnlySpan<byte> record, long offset);

/// <summary>
/// One file of TFRecords; each reading continues where the last one ended. A record consists of the length (8 bytes), the checksum of
/// the length, the data, and the checksum of the data (4 bytes each), all little-endian.
/// </summary>
internal sealed class EventFile(string path)
{
    /// <summary>Larger records are skipped: no scalar, picture or text is that large.</summary>
    public const uint MaxRecordBytes = 64 * 1024 * 1024;

    private const int HeaderSize = 12;
    private const int FooterSize = 4;
    private const int BufferBytes = 256 * 1024;

    public string Path { get; } = path;

    /// <summary>Start of the next reading: after the last complete record.</summary>
    public long Offset { get; private set; }

    public EventFileEnd End { get; private set; }

    /// <summary>State of the file when the last reading began; only when it differs can there be more to read.</summary>
    public FileState Seen { get; set; }

    /// <summary>Number of records skipped because of their size.</summary>
    public int TooLarge { get; private set; }

    /// <summary>Reads the complete records after <see cref="Offset"/>.</summary>
    /// <exception cref="IOException">The file cannot be read; also <see cref="UnauthorizedAccessException"/>.</exception>
    public void ReadNew(RecordReader reader, CancellationToken cancellationToken)
    {
        using var file = CheckedFile.Open(Path);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            End = EventFileEnd.Clean;
            for (var filled = 0; ;)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var read = RandomAccess.Read(file, buffer.AsSpan(filled), Offset + filled);
                filled += read;
                var (used, needed) = Take(buffer.AsSpan(0, filled), reader);
                Offset += used;
                buffer.AsSpan(used, filled - used).CopyTo(buffer);
                filled -= used;
                if (End == EventFileEnd.Damaged)
                {
                    return;
                }

                if (needed > MaxRecordBytes + HeaderSize + FooterSize)
                {
                    if (!TrySkip(file, needed))
                    {
                        return;
                    }

                    filled = 0;
                }
                else if (read == 0)
                {
                    End = filled > 0 ? EventFileEnd.Cut : EventFileEnd.Clean;
                    return;
                }
                else if (needed > (uint)buffer.Length)
                {
                    buffer = Grown(buffer, filled, (int)needed);
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>The data of the record at <paramref name="offset"/>; null when there is no complete one.</summary>
    public static byte[]? ReadRecord(string path, long offset)
    {
        using var file = CheckedFile.Open(path);
        var header = new byte[HeaderSize];
        if (ReadFully(file, header, offset) < HeaderSize || !IsSound(header.AsSpan(0, 8), header.AsSpan(8)))
        {
            return null;
        }

        var length = BinaryPrimitives.ReadUInt64LittleEndian(header);
        if (length > MaxRecordBytes)
        {
            return null;
        }

        var record = new byte[(int)length + FooterSize];
        return ReadFully(file, record, offset + HeaderSize) == record.Length
            && IsSound(record.AsSpan(0, (int)length), record.AsSpan((int)length))
            ? record[..(int)length]
            : null;
    }

    // Returns the bytes of complete records, and the size of the next record.
    private (int Used, ulong Needed) Take(ReadOnlySpan<byte> bytes, RecordReader reader)
    {
        var used = 0;
        while (bytes.Length - used >= HeaderSize)
        {
            var header = bytes.Slice(used, HeaderSize);
            if (!IsSound(header[..8], header[8..]))
            {
                End = EventFileEnd.Damaged;
                break;
            }

            var length = BinaryPrimitives.ReadUInt64LittleEndian(header);
            if (length > MaxRecordBytes || (uint)length + HeaderSize + FooterSize > (uint)(bytes.Length - used))
            {
                return (used, Math.Min(length, long.MaxValue / 2) + HeaderSize + FooterSize);
            }

            var data = bytes.Slice(used + HeaderSize, (int)length);
            if (!IsSound(data, bytes[(used + HeaderSize + (int)length)..]))
            {
                End = EventFileEnd.Damaged;
                break;
            }

            reader(data, Offset + used);
            used += HeaderSize + (int)length + FooterSize;
        }

        return (used, 0);
    }

    private bool TrySkip(SafeFileHandle file, ulong size)
    {
        if (size > (ulong)Math.Max(0, RandomAccess.GetLength(file) - Offset))
        {
            End = EventFileEnd.Cut;
            return false;
        }

        Offset += (long)size;
        TooLarge++;
        return true;
    }

    private static byte[] Grown(byte[] buffer, int filled, int size)
    {
        var larger = ArrayPool<byte>.Shared.Rent(size);
        buffer.AsSpan(0, filled).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }

    private static bool IsSound(ReadOnlySpan<byte> data, ReadOnlySpan<byte> sum) =>
        Crc32C.Masked(data) == BinaryPrimitives.ReadUInt32LittleEndian(sum);

    private static int ReadFully(SafeFileHandle file, Span<byte> bytes, long offset)
    {
        var filled = 0;
        for (int read; filled < bytes.Length && (read = RandomAccess.Read(file, bytes[filled..], offset + filled)) > 0; filled += read)
        {
        }

        return filled;
    }
}
