using System.Buffers;
using System.Runtime.CompilerServices;
using Amazon;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Sacredboard.Data.Stores.Directories;
using Sacredboard.Data.Stores.RunFolders;

namespace Sacredboard.Data.Stores.Buckets;

/// <summary>An object of a bucket.</summary>
/// <param name="Key">Its key.</param>
/// <param name="State">Its size, time and version.</param>
internal readonly record struct BucketObject(string Key, FileState State);

/// <summary>
/// Lists and reads the objects of one bucket. Failures of the service are <see cref="RunStoreException"/>s, a missing object is a
/// <see cref="FileNotFoundException"/>.
/// </summary>
internal sealed class BucketClient(BucketPlace place) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    // Made when it is first needed: what it looks for may be wrong, which is said where the runs are read.
    private readonly Lazy<AmazonS3Client> _client = new(() => Open(place), LazyThreadSafetyMode.PublicationOnly);

    public BucketPlace Place { get; } = place;

    /// <summary>All objects whose keys begin so, in pages of at most 1,000.</summary>
    public async IAsyncEnumerable<IReadOnlyList<BucketObject>> ListAsync(
        string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? next = null;
        do
        {
            var request = new ListObjectsV2Request { BucketName = Place.Bucket, Prefix = prefix, ContinuationToken = next };
            var page = await TryAsync(client => client.ListObjectsV2Async(request, cancellationToken), cancellationToken)
                .ConfigureAwait(false);
            yield return [.. (page.S3Objects ?? []).Select(item => new BucketObject(item.Key, StateOf(item)))];
            next = page.IsTruncated == true ? page.NextContinuationToken : null;
        }
        while (next is not null);
    }

    /// <summary>The content of an object, at most <paramref name="max"/> bytes of it.</summary>
    public async Task<FileContent> ReadAsync(string key, int max, CancellationToken cancellationToken)
    {
        using var response = await GetAsync(key, 0, null, cancellationToken).ConfigureAwait(false);
        var bytes = ArrayPool<byte>.Shared.Rent((int)Math.Min(response.ContentLength, max) + 1);
        try
        {
            var length = await TryAsync(
                _ => response.ResponseStream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken).AsTask(),
                cancellationToken).ConfigureAwait(false);
            return new FileContent(bytes, length);
        }
        catch
        {
            ArrayPool<byte>.Shared.Return(bytes);
            throw;
        }
    }

    /// <summary>Begins to read an object.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="from">The first byte.</param>
    /// <param name="version">The version of it that must still be there; null for any.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public Task<GetObjectResponse> GetAsync(string key, long from, string? version, CancellationToken cancellationToken)
    {
        // The library takes the first slash of a key away, which an observer may have put there.
        var request = new GetObjectRequest
        {
            BucketName = Place.Bucket,
            Key = key.StartsWith('/') ? "/" + key : key,
            EtagToMatch = version,
        };
        if (from > 0)
        {
            request.ByteRange = new ByteRange($"bytes={from}-");
        }

        return TryAsync(client => client.GetObjectAsync(request, cancellationToken), cancellationToken);
    }

    /// <summary>Calls the service, or what reads its answer.</summary>
    public async Task<T> TryAsync<T>(Func<AmazonS3Client, Task<T>> call, CancellationToken cancellationToken)
    {
        try
        {
            return await call(_client.Value).ConfigureAwait(false);
        }
        catch (AmazonS3Exception exception) when (BucketErrors.IsMissing(exception))
        {
            throw new FileNotFoundException("The object is not there.", exception);
        }
        catch (Exception exception) when (exception is not RunStoreException && !cancellationToken.IsCancellationRequested)
        {
            throw BucketErrors.Of(Place, exception);
        }
    }

    public void Dispose()
    {
        if (_client.IsValueCreated)
        {
            _client.Value.Dispose();
        }
    }

    private static AmazonS3Client Open(BucketPlace place)
    {
        var region = place.Region ?? FallbackRegionFactory.GetRegionEndpoint()?.SystemName ?? "us-east-1";
        var config = new AmazonS3Config
        {
            ForcePathStyle = place.PathStyle,
            MaxErrorRetry = 1,
            Timeout = Patience,
            // Other services than Amazon's do not know the newer checksums.
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            Profile = place.Profile is { } profile ? new Profile(profile) : null,
        };
        if (place.Endpoint is { } endpoint)
        {
            config.ServiceURL = endpoint;
            config.AuthenticationRegion = region;
        }
        else
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(region);
        }

        return new AmazonS3Client(config);
    }

    // An observer may put an object anew within the second that its time is kept in, but not with the same content.
    private static FileState StateOf(S3Object item) => new(
        FileType.Regular,
        item.Size ?? 0,
        item.LastModified is { } time ? (time.ToUniversalTime() - DateTime.UnixEpoch).Ticks : 0,
        Tag(item.ETag));

    private static long Tag(string? version)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in version ?? "")
        {
            hash = (hash ^ c) * 1099511628211UL;
        }

        return (long)hash;
    }
}
