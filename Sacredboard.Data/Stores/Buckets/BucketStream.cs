using Amazon.S3.Model;

namespace Sacredboard.Data.Stores.Buckets;

/// <summary>
/// An object as a stream that can seek: reading goes on in the answer to one request, and after a jump in that to another, for the same
/// version of the object.
/// </summary>
internal sealed class BucketStream : Stream
{
    private readonly BucketClient _client;
    private readonly string _key;
    private readonly string? _version;
    private GetObjectResponse? _answer;
    private long _answerAt;

    private BucketStream(BucketClient client, string key, GetObjectResponse answer)
    {
        (_client, _key, _version, _answer) = (client, key, answer.ETag, answer);
        Length = answer.ContentLength;
    }

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length { get; }

    public override long Position { get; set; }

    /// <exception cref="FileNotFoundException">There is no such object.</exception>
    public static async Task<BucketStream> OpenAsync(BucketClient client, string key, CancellationToken cancellationToken) =>
        new(client, key, await client.GetAsync(key, 0, null, cancellationToken).ConfigureAwait(false));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.Length == 0 || Position >= Length)
        {
            return 0;
        }

        if (_answer is null || _answerAt != Position)
        {
            _answer?.Dispose();
            _answer = null;
            _answer = await _client.GetAsync(_key, Position, _version, cancellationToken).ConfigureAwait(false);
            _answerAt = Position;
        }

        var stream = _answer.ResponseStream;
        var read = await _client.TryAsync(_ => stream.ReadAsync(buffer, cancellationToken).AsTask(), cancellationToken)
            .ConfigureAwait(false);
        if (read == 0)
        {
            throw new EndOfStreamException("The service ended its answer too early.");
        }

        Position = _answerAt += read;
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) =>
        ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => Length + offset,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _answer?.Dispose();
            _answer = null;
        }

        base.Dispose(disposing);
    }
}
