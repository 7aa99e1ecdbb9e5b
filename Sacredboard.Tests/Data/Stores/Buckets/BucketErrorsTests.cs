using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores;
using Sacredboard.Tests.Support;
using Sacredboard.Web.Hosting;

namespace Sacredboard.Tests.Data.Stores.Buckets;

/// <summary>What keeps a bucket from being read is said in words, without keys.</summary>
[Trait("Kind", "S3")]
public sealed class BucketErrorsTests(S3Server server)
{
    [Fact]
    public async Task A_bucket_that_is_not_there()
    {
        var place = (await server.CreateBucketAsync()).Place("lab");
        place.Url = "s3://no-such-bucket/lab";

        await AssertAsync(
            place, RunStoreProblem.Unreachable, $"There is no bucket no-such-bucket at {new Uri(server.Endpoint).Authority}.");
    }

    [Fact]
    public async Task A_service_that_is_not_there()
    {
        var place = (await server.CreateBucketAsync()).Place("lab");
        place.Endpoint = "http://127.0.0.1:1";

        await AssertAsync(place, RunStoreProblem.Unreachable, $"The service of {place.Url} does not answer at 127.0.0.1:1.");
    }

    [Fact]
    public async Task Credentials_that_are_not_accepted()
    {
        var place = (await server.CreateBucketAsync()).Place("lab");
        place.Profile = "stranger";

        await AssertAsync(place, RunStoreProblem.Refused, $"The credentials for {place.Url} are not accepted (InvalidAccessKeyId).");
    }

    [Fact]
    public async Task No_credentials()
    {
        var place = (await server.CreateBucketAsync()).Place("lab");
        place.Profile = "missing";

        await AssertAsync(place, RunStoreProblem.Refused, $"The profile missing has no credentials for {place.Url}.");
    }

    [Fact]
    public async Task An_artifact_that_is_gone_is_missing_and_one_that_is_large_is_read_in_parts()
    {
        var bucket = await server.CreateBucketAsync();
        var large = new byte[3 << 20];
        new Random(1).NextBytes(large);
        await bucket.PutAsync("lab/1/run.json", """{"artifacts": ["gone.txt", "large.bin"]}""");
        await bucket.PutAsync("lab/1/large.bin", large);
        await using var store = Open(bucket.Place("lab"));

        var files = await store.ListFilesAsync(RunId.Of("1"), TestContext.Current.CancellationToken);
        await using var content = await store.OpenFileAsync(RunId.Of("1"), "artifact-1", TestContext.Current.CancellationToken);
        content!.Content.Position = 2 << 20;
        var rest = new byte[1 << 20];
        await content.Content.ReadExactlyAsync(rest, TestContext.Current.CancellationToken);

        Assert.Equal([false, true], files.Select(file => file.Available));
        Assert.Equal("The file does not exist.", files[0].Problem);
        Assert.Equal(large[(2 << 20)..], rest);
    }

    private static IRunStore Open(PlaceOptions place) => SourcesHost.AllBackends.Open(place, new StoreContext(TimeProvider.System, 1 << 20));

    private static async Task AssertAsync(PlaceOptions place, RunStoreProblem problem, string message)
    {
        await using var store = Open(place);
        var exception = await Assert.ThrowsAsync<RunStoreException>(async () =>
            await store.ReadAllAsync(RunLimits.None, TestContext.Current.CancellationToken).FirstOrDefaultAsync());

        Assert.Equal((problem, message), (exception.Problem, exception.Message));
        Assert.DoesNotContain("hunter2", exception.ToString(), StringComparison.Ordinal);
    }
}
