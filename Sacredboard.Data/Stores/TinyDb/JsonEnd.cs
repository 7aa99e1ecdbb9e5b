using System.Buffers;

namespace Sacredboard.Data.Stores.TinyDb;

/// <summary>Finds the end of an object, list or text that comes in blocks. Looks only at brackets and quotes.</summary>
internal struct JsonEnd
{
    private static readonly SearchValues<byte> Delimiters = SearchValues.Create("\"[]{}"u8);

    private int _depth;
    private bool _inText;
    private bool _isEscaped;

    /// <summary>The position after the value in this block; -1 when it goes on in the next one.</summary>
    public int Find(ReadOnlySpan<byte> block)
    {
        for (var at = 0; at < block.Length;)
        {
            if (_isEscaped)
            {
                (_isEscaped, at) = (false, at + 1);
                continue;
            }

            var step = _inText ? block[at..].IndexOfAny((byte)'"', (byte)'\\') : block[at..].IndexOfAny(Delimiters);
            if (step < 0)
            {
                return -1;
            }

            at += step;
            switch (block[at++])
            {
                case (byte)'\\':
                    _isEscaped = true;
                    continue;
                case (byte)'"':
                    _inText = !_inText;
                    break;
                case (byte)'{' or (byte)'[':
                    _depth++;
                    continue;
                default:
                    _depth--;
                    break;
            }

            if (_depth == 0 && !_inText)
            {
                return at;
            }
        }

        return -1;
    }
}
