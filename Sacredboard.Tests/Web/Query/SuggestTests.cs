using System.Net;
using System.Text.Json;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Web.Query;

/// <summary>What the page is told of how a query can go on.</summary>
public sealed class SuggestTests(SamplesBoard samples) : IClassFixture<SamplesBoard>
{
    [Fact]
    public async Task Suggestions_come_as_JSON_with_the_range_they_replace()
    {
        await samples.Board.LoadedAsync();
        using var client = new HttpClient();

        using var json = JsonDocument.Parse(await client.GetStringAsync(new Uri(samples.Address, "samples/suggest?q=status+%3D+fa&at=11"), TestContext.Current.CancellationToken));

        Assert.Equal((9, 11), (json.RootElement.GetProperty("from").GetInt32(), json.RootElement.GetProperty("to").GetInt32()));
        var item = json.RootElement.GetProperty("items").EnumerateArray().Single();
        Assert.Equal(("FAILED", "value", 1), (item.GetProperty("text").GetString(), item.GetProperty("kind").GetString(), item.GetProperty("count").GetInt32()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?at=-5")]
    [InlineData("?q=%ff%00&at=99999999")]
    [InlineData("?q=lr&at=two")]
    public async Task Suggestions_are_given_to_any_request(string query)
    {
        using var client = new HttpClient();

        using var response = await client.GetAsync(new Uri(samples.Address, "samples/suggest" + query), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }
}
