using System.Text;

namespace Sacredboard.Data.Runs;

/// <summary>Cuts a part, counted in UTF-16 units, out of UTF-8 bytes without decoding the rest. Invalid bytes become U+FFFD.</summary>
public static class Utf8Output
{
    private const int BlockSize = 16 * 1024;

    public static RunOutput Slice(ReadOnlySpan<byte> utf8, OutputRange range)
    {
        if (!range.FromEnd && range.From <= 0 && (range.Max ?? int.MaxValue) >= utf8.Length)
        {
            // Text never has more units than bytes; all of it needs no search for its ends.
            var all = Encoding.UTF8.GetString(utf8);
            return new RunOutput(all, 0, all.Length);
        }

        long length = Encoding.UTF8.GetCharCount(utf8);
        var from = Math.Clamp(range.FromEnd ? length - range.Max!.Value : range.From, 0, length);
        var until = range.FromEnd || range.Max is not { } max ? length : Math.Min(length, from + max);

        var start = Locate(utf8, (0, 0), from);
        if (range.FromEnd && start.Chars < from)
        {
            // Skips a pair that would exceed the requested length.
            start = Locate(utf8, start, from + 1);
        }

        var end = Locate(utf8, start, until);
        if (end.Chars == start.Chars && until > from)
        {
            // A surrogate pair is included whole when only half of it fits; otherwise a reader could never get past it.
            end = Locate(utf8, start, until + 1);
        }

        return new RunOutput(Encoding.UTF8.GetString(utf8[start.Bytes..end.Bytes]), start.Chars, length);
    }

    /// <summary>The last character boundary at or before a number of UTF-16 units.</summary>
    private static (int Bytes, long Chars) Locate(ReadOnlySpan<byte> utf8, (int Bytes, long Chars) from, long index)
    {
        var (bytes, chars) = from;
        for (var block = Block(utf8[bytes..]); !block.IsEmpty; block = Block(utf8[bytes..]))
        {
            var count = Encoding.UTF8.GetCharCount(block);
            if (chars + count > index)
            {
                break;
            }

            (bytes, chars) = (bytes + block.Length, chars + count);
        }

        while (bytes < utf8.Length)
        {
            Rune.DecodeFromUtf8(utf8[bytes..], out var rune, out var size);
            if (chars + rune.Utf16SequenceLength > index)
            {
                break;
            }

            (bytes, chars) = (bytes + size, chars + rune.Utf16SequenceLength);
        }

        return (bytes, chars);
    }

    // Ends before a byte that begins a character.
    private static ReadOnlySpan<byte> Block(ReadOnlySpan<byte> utf8)
    {
        var size = Math.Min(utf8.Length, BlockSize);
        while (size > 0 && size < utf8.Length && (utf8[size] & 0xC0) == 0x80)
        {
            size--;
        }

        return utf8[..(size == 0 ? Math.Min(utf8.Length, BlockSize) : size)];
    }
}
