using System.Net;
using Sacredboard.Data.Stores;
using Sacredboard.Tests.Support;
using Sacredboard.Web.Hosting;

namespace Sacredboard.Tests.Web.RunPage;

/// <summary>The output of a run in a bucket, which its observer replaces with each heartbeat.</summary>
[Trait("Kind", "S3")]
public sealed class BucketOutputTests(S3Server server)
{
    [Fact]
    public async Task The_tab_says_that_it_is_not_all_and_following_it_shows_what_took_its_place()
    {
        var bucket = await server.CreateBucketAsync();
        await bucket.PutAsync("lab/1/run.json", """{"status": "COMPLETED", "start_time": "2026-01-01T00:00:00"}""");
        await bucket.PutAsync("lab/1/cout.txt", "step 10\n");
        await using var board = Board.OnStore(
            SourcesHost.AllBackends.Open(bucket.Place("lab"), new StoreContext(TimeProvider.System, 1 << 20)));
        using var pages = new RunPageClient(board, Board.Source);

        var page = await pages.ReadAsync("1/output");
        Assert.StartsWith(
            "S3Observer stores only", page.QuerySelector("[data-output-note]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("step 10\n", page.QuerySelector(".row-text")!.TextContent);
        var change = $"1/output/change?version={page.QuerySelector(".output")!.GetAttribute("data-version")}&length=8&lines=1";
        using (var same = await pages.SendAsync(change))
        {
            Assert.Equal(HttpStatusCode.NoContent, same.StatusCode);
        }

        // As long as before, so that its length does not tell.
        await bucket.PutAsync("lab/1/cout.txt", "step 11\n");
        using var other = await pages.SendAsync(change);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        using var rows = await pages.SendAsync("1/output/lines?line=1&count=10");
        Assert.Contains("step 11", await rows.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
