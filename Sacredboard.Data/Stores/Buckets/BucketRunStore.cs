using Sacredboard.Data.Stores.Directories;
using Sacredboard.Data.Stores.RunFolders;

namespace Sacredboard.Data.Stores.Buckets;

/// <summary>The runs that Sacred's S3Observer or GoogleCloudStorageObserver wrote into a bucket.</summary>
internal sealed class BucketRunStore : RunFolderStore
{
    private readonly BucketClient _client;
    private readonly BucketListing _listing;
    private readonly BucketScan _scan;

    public BucketRunStore(BucketPlace place, FolderOptions options, TimeProvider time)
        : this(place, new BucketClient(place), new BucketKeys(place, options), time)
    {
    }

    private BucketRunStore(BucketPlace place, BucketClient client, BucketKeys keys, TimeProvider time)
        : this(place, client, new BucketListing(client, keys, time), time)
    {
    }

    private BucketRunStore(BucketPlace place, BucketClient client, BucketListing listing, TimeProvider time)
        : base(new BucketFolders(client, listing), time)
    {
        _client = client;
        _listing = listing;
        _scan = new BucketScan(listing, Comparison, time);
        var observer = place.IsGoogle ? "GoogleCloudStorageObserver" : "S3Observer";
        Info = new RunStoreInfo(place.IsGoogle ? "gs" : "s3", new(place.Name))
        {
            IdsAreText = true,
            Observer = $"{observer}(\"{place.Bucket}\", \"{place.Path}\")",
            OutputNote = $"{observer} stores only what was printed since the heartbeat before the last one. Earlier output is lost.",
        };
    }

    public override RunStoreInfo Info { get; }

    public override string? Remark => _listing.Remark;

    public override Task<RunChanges> ReadChangesAsync(IKnownRuns known, RunCursor? cursor, CancellationToken cancellationToken) =>
        _scan.ReadAsync(known, cursor as BucketCursor, cancellationToken);

    public override ValueTask DisposeAsync()
    {
        _client.Dispose();
        return base.DisposeAsync();
    }
}
