using System.IO.Compression;
using System.Text.Json;

namespace Sacredboard.Tests.Web.Api;

/// <summary>What makes the answers of charts small.</summary>
public sealed class CompactSeriesTests(OddMetricsBoard board) : IClassFixture<OddMetricsBoard>, IAsyncLifetime
{
    private readonly ApiClient _api = new(board.Address);

    public async ValueTask InitializeAsync() => await _api.UntilLoadedAsync();

    public ValueTask DisposeAsync()
    {
        _api.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("wave?columns=100&smooth=ema:0.9")]
    [InlineData("wave?from=100&to=200")]
    public async Task A_compact_answer_has_differences_of_the_same_points(string asked)
    {
        var (whole, compact) = (await SeriesAsync(asked), await SeriesAsync(asked + "&compact=true"));
        AssertSame(whole, compact);
        if (whole.GetProperty("smoothed") is { ValueKind: JsonValueKind.Object } smoothed)
        {
            AssertSame(smoothed, compact.GetProperty("smoothed"));
        }

        static void AssertSame(JsonElement line, JsonElement packed)
        {
            Assert.Empty(Numbers(packed, "x"));
            Assert.Subset(
                Numbers(line, "x").Zip(Numbers(line, "y")).ToHashSet(),
                Unpacked(packed, "x").Zip(Unpacked(packed, "y")).ToHashSet());
        }
    }

    [Fact]
    public async Task A_compact_answer_keeps_other_x_as_they_are()
    {
        var compact = await SeriesAsync("wave?columns=100&x=metric:wave&compact=true");
        Assert.Equal(Numbers(await SeriesAsync("wave?columns=100&x=metric:wave"), "x"), Numbers(compact, "x"));
        Assert.Equal(JsonValueKind.Null, compact.GetProperty("dx").ValueKind);
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    [InlineData("identity")]
    public async Task An_answer_is_kept_in_the_encoding_that_was_asked_for(string encoding)
    {
        using var http = new HttpClient { BaseAddress = board.Address };
        var texts = new List<string>();
        for (var i = 0; i < 2; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "api/v1/lab/runs/1/metrics/wave?columns=100");
            request.Headers.TryAddWithoutValidation("Accept-Encoding", encoding);
            using var response = await http.SendAsync(request, ApiClient.Token);
            Assert.Equal(encoding == "identity" ? "" : encoding, string.Join(',', response.Content.Headers.ContentEncoding));
            texts.Add(await TextAsync(response.Content, encoding));
        }

        Assert.Equal((await SeriesAsync("wave?columns=100")).GetRawText(), Assert.Single(texts.Distinct()));
    }

    private static List<double> Numbers(JsonElement series, string name) =>
        [.. series.GetProperty(name).EnumerateArray().Select(number => number.GetDouble())];

    private static List<double> Unpacked(JsonElement line, string name)
    {
        if (line.GetProperty("d" + name).ValueKind == JsonValueKind.Null)
        {
            return Numbers(line, name);
        }

        var (sums, back, decimals) = (new List<double>(), name == "x" ? 1 : 2, line.GetProperty(name + "Decimals").GetInt32());
        foreach (var (i, difference) in Numbers(line, "d" + name).Index())
        {
            sums.Add(difference + (i < back ? 0 : sums[i - back]));
        }

        return [.. sums.Select(sum => decimals < 0 ? sum * Math.Pow(10, -decimals) : sum / Math.Pow(10, decimals))];
    }

    private static async Task<string> TextAsync(HttpContent content, string encoding)
    {
        await using var bytes = await content.ReadAsStreamAsync(ApiClient.Token);
        await using Stream plain = encoding switch
        {
            "br" => new BrotliStream(bytes, CompressionMode.Decompress),
            "gzip" => new GZipStream(bytes, CompressionMode.Decompress),
            _ => bytes,
        };
        using var reader = new StreamReader(plain);
        return await reader.ReadToEndAsync(ApiClient.Token);
    }

    private Task<JsonElement> SeriesAsync(string segmentAndQuery) => _api.GetAsync("api/v1/lab/runs/1/metrics/" + segmentAndQuery);
}
