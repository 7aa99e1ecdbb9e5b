using System.Buffers;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Stores.TinyDb;

/// <summary>Reads the outer levels of a long JSON file, one value in memory at a time.</summary>
/// <param name="stream">Ends with this.</param>
internal sealed class JsonStream(Stream stream) : IDisposable
{
    private const int BlockSize = 256 * 1024;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(BlockSize);
    private int _at;
    private int _end;
    private long _base;

    /// <summary>The longest value that is passed on, in bytes.</summary>
    public const int MaxValue = 256 << 20;

    /// <summary>Where the next value begins or the last one ended, in bytes from the start of the file.</summary>
    public long Offset => _base + _at;

    /// <summary>The next byte that is not blank, which stays the next one; 0 at the end.</summary>
    public byte Peek()
    {
        while (true)
        {
            _at = JsonLexer.BlanksEnd(_buffer.AsSpan(0, _end), _at);
            if (_at < _end)
            {
                return _buffer[_at];
            }

            if (!Fill(_at))
            {
                return 0;
            }
        }
    }

    /// <summary>Takes one of these bytes.</summary>
    /// <exception cref="JsonFormatException">Another one is next.</exception>
    public byte Take(ReadOnlySpan<byte> expected)
    {
        var next = Peek();
        if (next == 0 || !expected.Contains(next))
        {
            throw next == 0 ? CutOff() : Unexpected();
        }

        _at++;
        return next;
    }

    /// <summary>The next value as it is written, which may be overwritten by the next call; empty when it is too long.</summary>
    public ReadOnlySpan<byte> Value(bool skip = false)
    {
        Peek();
        var (start, scan, isKept) = (_at, new JsonValueScan(), !skip);
        while (true)
        {
            _at += scan.Continue(_buffer.AsSpan(_at, _end - _at), 0);
            if (scan.IsDone)
            {
                return _at == start ? throw Unexpected() : isKept ? _buffer.AsSpan(start, _at - start) : [];
            }

            isKept &= _end - start < MaxValue;
            var before = _base;
            if (!Fill(isKept ? start : _at))
            {
                throw CutOff();
            }

            start -= (int)(_base - before);
        }
    }

    public JsonFormatException Unexpected() => new($"is not JSON at byte {Offset}", (int)Math.Min(int.MaxValue, Offset));

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        stream.Dispose();
    }

    private JsonFormatException CutOff() => new(
        Offset == 0 ? "is empty" : $"is cut off at byte {_base + _end}", (int)Math.Min(int.MaxValue, _base + _end));

    // Keeps what begins at a position, reads more behind it, and moves the positions; false at the end.
    private bool Fill(int keepFrom)
    {
        var kept = _end - keepFrom;
        var target = kept > _buffer.Length / 2 ? ArrayPool<byte>.Shared.Rent(_buffer.Length * 2) : _buffer;
        _buffer.AsSpan(keepFrom, kept).CopyTo(target);
        if (target != _buffer)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = target;
        }

        (_base, _at, _end) = (_base + keepFrom, _at - keepFrom, kept);
        var read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        return read > 0;
    }
}
