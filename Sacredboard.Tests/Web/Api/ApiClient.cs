using System.Net;
using System.Text.Json;

namespace Sacredboard.Tests.Web.Api;

/// <summary>Asks the API as a script would.</summary>
internal sealed class ApiClient(Uri address) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = address };

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public async Task<JsonElement> GetAsync(string path)
    {
        using var response = await SendAsync(path);
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{path}: {response.StatusCode}");
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        return await ReadAsync(response);
    }

    public async Task<JsonElement> AssertProblemAsync(string path, HttpStatusCode expected)
    {
        using var response = await SendAsync(path);
        Assert.True(response.StatusCode == expected, $"{path}: {response.StatusCode}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = await ReadAsync(response);
        Assert.Equal((int)expected, problem.GetProperty("status").GetInt32());
        Assert.NotEqual("", problem.GetProperty("title").GetString());
        return problem;
    }

    public Task<HttpResponseMessage> SendAsync(string path, string? knownTag = null)
    {
        // The text is sent unchanged: a Uri would decode "%2F" and resolve dots.
        var request = new HttpRequestMessage(
            HttpMethod.Get,
            new Uri(_http.BaseAddress + path, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        if (knownTag is not null)
        {
            request.Headers.Add("If-None-Match", knownTag);
        }

        return _http.SendAsync(request, Token);
    }

    /// <summary>Waits until all runs of the source are loaded.</summary>
    public async Task UntilLoadedAsync()
    {
        while ((await GetAsync("api/v1/sources")).EnumerateArray().Any(source => source.GetProperty("state").GetString() == "loading"))
        {
            await Task.Delay(20, Token);
        }
    }

    public static IEnumerable<string> Names(JsonElement json) => json.EnumerateObject().Select(property => property.Name);

    public void Dispose() => _http.Dispose();

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage response) =>
        JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(Token), new JsonDocumentOptions { MaxDepth = 1000 }).RootElement;
}
