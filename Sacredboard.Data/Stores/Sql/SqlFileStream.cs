namespace Sacredboard.Data.Stores.Sql;

/// <summary>A stored file as a stream that asks for the next part when it is read.</summary>
internal sealed class SqlFileStream(SqlContent content, long length) : Stream
{
    private byte[] _part = [];
    private long _partAt;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position { get; set; }

    public override int Read(byte[] buffer, int offset, int count) =>
        ReadAsync(buffer.AsMemory(offset, count), CancellationToken.None).AsTask().GetAwaiter().GetResult();

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (Position >= length || buffer.Length == 0)
        {
            return 0;
        }

        if (Position < _partAt || Position >= _partAt + _part.Length)
        {
            _part = await content.ReadAsync(Position, (int)Math.Min(content.PartBytes, length - Position), cancellationToken)
                .ConfigureAwait(false);
            _partAt = Position;
            if (_part.Length == 0)
            {
                throw new RunStoreException(RunStoreProblem.Unreadable, "The file was deleted while it was read.");
            }
        }

        var from = (int)(Position - _partAt);
        var count = Math.Min(buffer.Length, _part.Length - from);
        _part.AsMemory(from, count).CopyTo(buffer);
        Position += count;
        return count;
    }

    public override long Seek(long offset, SeekOrigin origin) => Position = offset + origin switch
    {
        SeekOrigin.Begin => 0,
        SeekOrigin.Current => Position,
        _ => length,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
