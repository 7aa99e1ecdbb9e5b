using System.Net;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Web.Compare;

public sealed class UnreachedComparisonTests
{
    [Fact]
    public async Task Files_of_a_comparison_say_that_the_storage_was_never_reached_instead_of_that_there_are_no_runs()
    {
        await using var board = Board.OnMongo("mongodb://127.0.0.1:1/lab?serverSelectionTimeoutMS=100");
        await board.LoadedAsync();
        using var client = new HttpClient { BaseAddress = board.Address };
        foreach (var file in new[] { "table.csv", "table.md", "report.html", "report.zip" })
        {
            using var answer = await client.GetAsync($"lab/compare/{file}?q=a&ids=1,2", TestContext.Current.CancellationToken);
            Assert.True(answer.StatusCode == HttpStatusCode.ServiceUnavailable, $"{file}: {answer.StatusCode}");
        }
    }
}
