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
        var scan = new JsonValueScan();
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
        for (var scan = new JsonValueScan(); ;)
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
}
