using System.Buffers;

namespace Sacredboard.Data.Values;

/// <summary>Finds the end of a value, piece by piece.</summary>
internal struct JsonValueScan
{
    private static readonly SearchValues<byte> Marks = SearchValues.Create("\"{}[]"u8);

    private int _depth;
    private bool _isInText;
    private bool _isEscaped;
    private bool _isWord;

    public bool IsDone { get; private set; }

    /// <param name="bytes">The value, as much of it as is there, from its start or from what was left out.</param>
    /// <param name="from">Where the last call ended.</param>
    /// <returns>The end of the value, or of the bytes.</returns>
    public int Continue(ReadOnlySpan<byte> bytes, int from)
    {
        var at = from;
        while (at < bytes.Length && !IsDone)
        {
            at = _isWord ? Word(bytes, at) : _isInText ? Text(bytes, at) : Next(bytes, at);
        }

        return at;
    }

    private int Text(ReadOnlySpan<byte> bytes, int at)
    {
        if (_isEscaped)
        {
            _isEscaped = false;
            return at + 1;
        }

        var found = bytes[at..].IndexOfAny((byte)'"', (byte)'\\');
        if (found < 0)
        {
            return bytes.Length;
        }

        _isEscaped = bytes[at + found] == (byte)'\\';
        _isInText = _isEscaped;
        IsDone = !_isInText && _depth == 0;
        return at + found + 1;
    }

    private int Next(ReadOnlySpan<byte> bytes, int at)
    {
        if (_depth == 0 && !Marks.Contains(bytes[at]))
        {
            _isWord = true;
            return at;
        }

        var found = bytes[at..].IndexOfAny(Marks);
        if (found < 0)
        {
            return bytes.Length;
        }

        switch (bytes[at + found])
        {
            case (byte)'"':
                _isInText = true;
                break;
            case (byte)'{' or (byte)'[':
                _depth++;
                break;
            default:
                IsDone = --_depth <= 0;
                break;
        }

        return at + found + 1;
    }

    // A number, true, null and the like end before what follows.
    private int Word(ReadOnlySpan<byte> bytes, int at)
    {
        var found = bytes[at..].IndexOfAny(",}] \t\r\n"u8);
        IsDone = found >= 0;
        return found < 0 ? bytes.Length : at + found;
    }
}
