using Sacredboard.Data.Stores;
using Sacredboard.Data.Stores.Buckets;
using Sacredboard.Data.Stores.Directories;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Stores.Buckets;

[Trait("Kind", "S3")]
public sealed class BucketContractTests(S3Server server) : RunStoreContract
{
    private static readonly SemaphoreSlim Gate = new(1);
    private static S3Bucket? Shared;

    protected override async Task<(IRunStore Store, IReadOnlyList<ExpectedRun> Runs)> OpenAsync()
    {
        await Gate.WaitAsync();
        try
        {
            if (Shared is null)
            {
                var bucket = await server.CreateBucketAsync();
                await bucket.LoadCorpusAsync();
                Shared = bucket;
            }
        }
        finally
        {
            Gate.Release();
        }

        Assert.True(BucketPlace.TryParse(Shared.Place("lab/digits"), out var place));
        return (new BucketRunStore(place, new FolderOptions(), TimeProvider.System), ExpectedRun.Load("s3.json", "runs"));
    }
}
