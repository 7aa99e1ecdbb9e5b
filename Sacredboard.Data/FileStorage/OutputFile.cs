using System.Buffers;
using System.Text;
using Sacredboard.Data.Runs;

namespace Sacredboard.Data.FileStorage;

/// <summary>
/// Parts of an output file by their place in UTF-16 units, though it is stored as UTF-8 bytes. What has been counted once is
/// remembered by blocks, so that the end of a file of hundreds of megabytes costs one block.
/// </summary>
internal sealed class OutputFile
{
    private const int BlockSize = 256 * 1024;

    /// <summary>At most so much is given at once, in UTF-16 units.</summary>
    private const int MaxPart = 64 * 1024 * 1024;

    private readonly SemaphoreSlim _turn = new(1);

    // Where each block begins. A block never begins within a character.
    private readonly List<(long Bytes, long Units)> _blocks = [(0, 0)];

    /// <summary>Reads a part; bytes that are not UTF-8 become U+FFFD.</summary>
    /// <param name="file">The file as it is now; it may have grown since.</param>
    /// <param name="isGrowing">Then a character that is cut off at the end is left for later.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    public async Task<RunOutput> ReadAsync(StoredFile file, OutputRange range, bool isGrowing, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        var block = ArrayPool<byte>.Shared.Rent(BlockSize);
        try
        {
            var stream = file.Open();
            await using var _ = stream.ConfigureAwait(false);
            var (bytes, units) = await MeasureAsync(stream, block, isGrowing, cancellationToken).ConfigureAwait(false);
            var from = range.FromEnd ? Math.Max(0, units - Math.Max(0, range.Max ?? MaxPart)) : Math.Clamp(range.From, 0, units);
            var count = (int)Math.Min(Math.Clamp(range.Max ?? MaxPart, 0, MaxPart), units - from);
            return await ReadAsync(stream, block, new Part(from, count, bytes, units), cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(block);
            _turn.Release();
        }
    }

    // The length in bytes and units, as far as it is to be shown.
    private async Task<(long Bytes, long Units)> MeasureAsync(
        FileStream stream, byte[] block, bool isGrowing, CancellationToken cancellationToken)
    {
        if (stream.Length < _blocks[^1].Bytes)
        {
            _blocks.RemoveRange(1, _blocks.Count - 1);
        }

        while (true)
        {
            var (bytes, units) = _blocks[^1];
            var length = await FillAsync(stream, bytes, block, cancellationToken).ConfigureAwait(false);
            if (length < BlockSize)
            {
                length = isGrowing ? WholeCharacters(block.AsSpan(0, length)) : length;
                return (bytes + length, units + Encoding.UTF8.GetCharCount(block, 0, length));
            }

            length = WholeCharacters(block.AsSpan(0, length));
            _blocks.Add((bytes + length, units + Encoding.UTF8.GetCharCount(block, 0, length)));
        }
    }

    private async Task<RunOutput> ReadAsync(FileStream stream, byte[] block, Part part, CancellationToken cancellationToken)
    {
        var text = new StringBuilder(part.Count);
        var index = _blocks.FindLastIndex(start => start.Units <= part.From);
        var from = part.From;
        for (; index < _blocks.Count && text.Length < part.Count; index++)
        {
            var (bytes, units) = _blocks[index];
            var end = index + 1 < _blocks.Count ? _blocks[index + 1].Bytes : part.Bytes;
            var length = Math.Min(await FillAsync(stream, bytes, block, cancellationToken).ConfigureAwait(false), (int)(end - bytes));
            var chars = Encoding.UTF8.GetString(block, 0, length);
            var first = (int)Math.Max(0, part.From - units);
            if (text.Length == 0 && first > 0 && first < chars.Length && char.IsSurrogatePair(chars[first - 1], chars[first]))
            {
                first--;
                from--;
            }

            text.Append(chars, first, Math.Min(chars.Length - first, part.Count - text.Length));
        }

        // A pair that would be torn is left for the next part, unless nothing else was asked for.
        if (text.Length > 1 && from + text.Length < part.Total && char.IsHighSurrogate(text[^1]))
        {
            text.Length--;
        }

        return new RunOutput(text.ToString(), from, part.Total);
    }

    private static async Task<int> FillAsync(FileStream stream, long from, byte[] block, CancellationToken cancellationToken)
    {
        stream.Position = from;
        return await stream.ReadAtLeastAsync(
            block.AsMemory(0, BlockSize), BlockSize, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
    }

    // How many of the bytes make whole characters: without one that is cut off at the end.
    private static int WholeCharacters(ReadOnlySpan<byte> utf8)
    {
        for (var tail = 1; tail <= Math.Min(3, utf8.Length); tail++)
        {
            var needed = utf8[^tail] switch { < 0x80 => 0, < 0xC0 => -1, < 0xE0 => 2, < 0xF0 => 3, _ => 4 };
            if (needed >= 0)
            {
                return needed > tail ? utf8.Length - tail : utf8.Length;
            }
        }

        return utf8.Length;
    }

    private readonly record struct Part(long From, int Count, long Bytes, long Total);
}
