using System.Net;
using System.Text.Json;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Web.Query;

/// <summary>Suggestions for the query box.</summary>
public sealed class SuggestTests(SamplesBoard samples)
{
    [Fact]
    public async Task Suggestions_come_as_JSON_with_the_range_they_replace()
    {
        await samples.Board.LoadedAsync();
        using var client = new HttpClient();

        using var json = JsonDocument.Parse(await client.GetStringAsync(new Uri(samples.Address, "samples/suggest?q=status+%3D+fa&at=11"), TestContext.Current.CancellationToken));

        Assert.Equal((9, 11), (json.RootElement.GetProperty("from").GetInt32(), json.RootElement.GetProperty("to").GetInt32()));
        var item = json.RootElement.GetProperty("items").EnumerateArray().Single();
        Assert.Equal(
            ("FAILED", "value", 1),
            (item.GetProperty("text").GetString(), item.GetProperty("kind").GetString(), item.GetProperty("count").GetInt32()));
    }

    /// <summary>A caret outside of the text is moved to the nearer end of it; one that cannot be read, to its end.</summary>
    [Theory]
    [InlineData("", 0, 0, "status")]
    [InlineData("?at=-5", 0, 0, "status")]
    [InlineData("?q=lr&at=-5", 0, 0, "status")]
    [InlineData("?q=%ff%00&at=99999999", 0, 4, null)]
    [InlineData("?q=lr&at=two", 0, 2, "optimizer.lr")]
    [InlineData("?q=status+%3D+fa&at=99999999", 9, 11, "FAILED")]
    public async Task Suggestions_are_given_to_any_request(string query, int from, int to, string? first)
    {
        await samples.Board.LoadedAsync();
        using var client = new HttpClient();

        using var response = await client.GetAsync(new Uri(samples.Address, "samples/suggest" + query), TestContext.Current.CancellationToken);
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal((from, to), (json.RootElement.GetProperty("from").GetInt32(), json.RootElement.GetProperty("to").GetInt32()));
        Assert.Equal(
            first,
            json.RootElement.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("text").GetString()).FirstOrDefault());
    }
}
