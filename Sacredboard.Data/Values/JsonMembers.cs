using System.Buffers;

namespace Sacredboard.Data.Values;

/// <summary>
/// Reads an object member by member from a stream, forward only, and holds no more of it than the value that is asked for. Skipped values
/// are not validated. Reading what is no object, or ends too early, throws <see cref="JsonFormatException"/> at once, with no exact place:
/// who has the whole text finds a better one.
/// </summary>
internal sealed class JsonMembers(Stream stream) : IDisposable
{
    /// <summary>So many bytes are read at a time.</summary>
    internal const int Piece = 128 * 1024;

    private static readonly SearchValues<byte> Marks = SearchValues.Create("\"{}[]"u8);

    // What was read and not yet taken lies from start to end.
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(Piece);
    private int _start;
    private int _end;
    private bool _isOpen;
    private bool _isFirst = true;

    /// <summary>The bytes that are held.</summary>
    internal int Held => _bytes.Length;

    /// <summary>Moves to the value of the next member and returns its name; null behind the last one, when nothing follows.</summary>
    public async ValueTask<string?> NextAsync(CancellationToken cancellationToken)
    {
        if (!_isOpen)
        {
            await TakeAsync((byte)'{', cancellationToken).ConfigureAwait(false);
            _isOpen = true;
        }

        if (await PeekAsync(cancellationToken).ConfigureAwait(false) == '}')
        {
            _start++;
            return await PeekAsync(cancellationToken).ConfigureAwait(false) < 0 ? null : throw Unexpected();
        }

        if (!_isFirst)
        {
            await TakeAsync((byte)',', cancellationToken).ConfigureAwait(false);
        }

        _isFirst = false;
        var name = Name(await ValueAsync(cancellationToken).ConfigureAwait(false));
        await TakeAsync((byte)':', cancellationToken).ConfigureAwait(false);
        return name;
    }

    /// <summary>The value as text, valid until the next call.</summary>
    public async ValueTask<ReadOnlyMemory<byte>> ValueAsync(CancellationToken cancellationToken)
    {
        await PeekAsync(cancellationToken).ConfigureAwait(false);
        var scan = new ValueScan();
        for (var length = 0; ;)
        {
            length = scan.Continue(_bytes.AsSpan(_start.._end), length);
            if (scan.IsDone)
            {
                _start += length;
                return _bytes.AsMemory(_start - length, length);
            }

            await FillAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Leaves out the value.</summary>
    public async ValueTask SkipAsync(CancellationToken cancellationToken)
    {
        await PeekAsync(cancellationToken).ConfigureAwait(false);
        for (var scan = new ValueScan(); ;)
        {
            _start += scan.Continue(_bytes.AsSpan(_start.._end), 0);
            if (scan.IsDone)
            {
                return;
            }

            await FillAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
    }

    private static JsonFormatException Unexpected() => new("is not an object of values", 0);

    private static string Name(ReadOnlyMemory<byte> text)
    {
        var json = new JsonTokenizer(text.Span);
        return json.Read() && json.Token == JsonToken.Text ? json.Text() : throw Unexpected();
    }

    private async ValueTask TakeAsync(byte wanted, CancellationToken cancellationToken)
    {
        if (await PeekAsync(cancellationToken).ConfigureAwait(false) != wanted)
        {
            throw Unexpected();
        }

        _start++;
    }

    // The next byte that is no blank; -1 at the end.
    private async ValueTask<int> PeekAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var blanks = _bytes.AsSpan(_start.._end).IndexOfAnyExcept(" \t\r\n"u8);
            _start = blanks < 0 ? _end : _start + blanks;
            if (_start < _end)
            {
                return _bytes[_start];
            }

            if (!await TryFillAsync(cancellationToken).ConfigureAwait(false))
            {
                return -1;
            }
        }
    }

    private async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        if (!await TryFillAsync(cancellationToken).ConfigureAwait(false))
        {
            throw new JsonFormatException("is cut off", 0);
        }
    }

    private async ValueTask<bool> TryFillAsync(CancellationToken cancellationToken)
    {
        var kept = _end - _start;
        if (kept > _bytes.Length / 2)
        {
            var larger = ArrayPool<byte>.Shared.Rent(2 * _bytes.Length);
            _bytes.AsSpan(_start, kept).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = larger;
        }
        else
        {
            _bytes.AsSpan(_start, kept).CopyTo(_bytes);
        }

        (_start, _end) = (0, kept);
        var read = await stream.ReadAsync(_bytes.AsMemory(_end), cancellationToken).ConfigureAwait(false);
        _end += read;
        return read > 0;
    }

    /// <summary>Finds the end of a value, piece by piece.</summary>
    private struct ValueScan
    {
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
}
