using System.Buffers;
using System.Text;
using Sacredboard.Data.Runs;

namespace Sacredboard.Data.Stores.RunFolders;

/// <summary>
/// Reads parts of an output file by positions in UTF-16 units, although it is stored as UTF-8. The positions of blocks are kept, so
/// that reading the end of a file of hundreds of megabytes again reads one block.
/// </summary>
internal sealed class OutputFile
{
    private const int BlockSize = 256 * 1024;

    /// <summary>Maximum length of one part in UTF-16 units.</summary>
    private const int MaxPart = 64 * 1024 * 1024;

    private readonly SemaphoreSlim _lock = new(1);

    // Start of each block, never within a character.
    private readonly List<(long Bytes, long Units)> _blocks = [(0, 0)];

    /// <summary>Reads a part; bytes that are not UTF-8 become U+FFFD.</summary>
    /// <param name="stream">The file, opened now; closed by this.</param>
    /// <param name="isGrowing">Leaves out an incomplete character at the end, because the rest of it may follow.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    public async Task<RunOutput> ReadAsync(Stream stream, OutputRange range, bool isGrowing, CancellationToken cancellationToken)
    {
        await using var _ = stream.ConfigureAwait(false);
        await _lock.WaitAsync(cancellationToken).ConfigureAwait(false);
        var block = ArrayPool<byte>.Shared.Rent(BlockSize);
        try
        {
            var (bytes, units) = await MeasureAsync(stream, block, isGrowing, cancellationToken).ConfigureAwait(false);
            var from = range.FromEnd ? Math.Max(0, units - Math.Max(0, range.Max ?? MaxPart)) : Math.Clamp(range.From, 0, units);
            var count = (int)Math.Min(Math.Clamp(range.Max ?? MaxPart, 0, MaxPart), units - from);
            return await ReadAsync(stream, new Part(from, count, bytes, units, range.FromEnd), cancellationToken)
                .ConfigureAwait(false);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(block);
            _lock.Release();
        }
    }

    // The length of the text to show, in bytes and units.
    private async Task<(long Bytes, long Units)> MeasureAsync(
        Stream stream, byte[] block, bool isGrowing, CancellationToken cancellationToken)
    {
        if (stream.Length < _blocks[^1].Bytes)
        {
            _blocks.RemoveRange(1, _blocks.Count - 1);
        }

        while (true)
        {
            var (bytes, units) = _blocks[^1];
            var length = await FillAsync(stream, bytes, block.AsMemory(0, BlockSize), cancellationToken).ConfigureAwait(false);
            if (length < BlockSize)
            {
                length = isGrowing ? WholeCharacters(block.AsSpan(0, length)) : length;
                return (bytes + length, units + Encoding.UTF8.GetCharCount(block, 0, length));
            }

            length = WholeCharacters(block.AsSpan(0, length));
            _blocks.Add((bytes + length, units + Encoding.UTF8.GetCharCount(block, 0, length)));
        }
    }

    private async Task<RunOutput> ReadAsync(Stream stream, Part part, CancellationToken cancellationToken)
    {
        var first = _blocks.FindLastIndex(start => start.Units <= part.From);
        // The unit after it shows whether its end splits a surrogate pair; blocks never do.
        var after = _blocks.FindIndex(first, block => block.Units > part.From + part.Count);
        var count = (int)((after < 0 ? part.Bytes : _blocks[after].Bytes) - _blocks[first].Bytes);
        var bytes = ArrayPool<byte>.Shared.Rent(count);
        try
        {
            count = await FillAsync(stream, _blocks[first].Bytes, bytes.AsMemory(0, count), cancellationToken).ConfigureAwait(false);
            return part.Cut(Encoding.UTF8.GetString(bytes, 0, count), _blocks[first].Units);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    private static async Task<int> FillAsync(Stream stream, long from, Memory<byte> bytes, CancellationToken cancellationToken)
    {
        stream.Position = from;
        return await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
    }

    // Number of bytes without an incomplete character at the end.
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

    /// <param name="From">Its start in UTF-16 units.</param>
    /// <param name="Count">Its length in UTF-16 units.</param>
    /// <param name="Bytes">The length of the file in bytes.</param>
    /// <param name="Total">The length of the output in UTF-16 units.</param>
    /// <param name="FromEnd">Whether it was requested from the end.</param>
    private readonly record struct Part(long From, int Count, long Bytes, long Total, bool FromEnd)
    {
        // A part that would start within a surrogate pair starts before it, or after it when requested from the end, so as not to be
        // longer than requested. One that would end within a pair ends before it, unless it would be empty: readers would never
        // get past the pair.
        public RunOutput Cut(string text, long textFrom)
        {
            var start = (int)(From - textFrom);
            var end = Math.Min(text.Length, start + Count);
            start += !IsTorn(text, start) ? 0 : FromEnd ? 1 : -1;
            end += !IsTorn(text, end) ? 0 : end - 1 > start ? -1 : 1;
            return new RunOutput(text[start..Math.Max(start, end)], textFrom + start, Total);
        }

        private static bool IsTorn(string text, int place) =>
            place > 0 && place < text.Length && char.IsSurrogatePair(text[place - 1], text[place]);
    }
}
