using System.Net;
using Microsoft.AspNetCore.Routing;
using Sacredboard.Tests.Support;
using Sacredboard.Web.Hosting;

namespace Sacredboard.Tests.Web.Hosting;

/// <summary>GET requests change nothing, and only forms of the dashboard's own pages may change its state.</summary>
public sealed class ReadOnlyTests(SamplesBoard board)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Requests_change_nothing_in_the_storage_of_the_runs()
    {
        using var client = board.Client();
        var samples = Path.Combine(ContentRoot.Find(AppContext.BaseDirectory), "samples");
        var before = Files(samples);

        foreach (var path in board.Routes())
        {
            using var answer = await client.GetAsync(path, Cancelled);
        }

        Assert.NotEmpty(before);
        Assert.Equal(before, Files(samples));
    }

    /// <summary>Takes a long question as a body, of a kind that no form of another site can send.</summary>
    private const string Question = "api/v1/{source}/curves";

    [Fact]
    public void Only_forms_of_pages_answer_anything_but_GET_and_HEAD()
    {
        var others = board.Endpoints()
            .Where(endpoint => endpoint.RoutePattern.RawText != "errors/{status:int}")
            .Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Except(["GET", "HEAD"]).Any() ?? true)
            .ToList();

        Assert.All(others, endpoint => Assert.Equal(["POST"], endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods));
        Assert.All(
            others.Where(endpoint => endpoint.RoutePattern.RawText != Question),
            endpoint => Assert.StartsWith("{source}/", endpoint.RoutePattern.RawText, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_form_that_another_site_sends_is_refused()
    {
        using var client = board.Client();
        var forms = board.Endpoints()
            .Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("POST") ?? false)
            .ToList();

        Assert.NotEmpty(forms);
        foreach (var path in forms.Where(endpoint => endpoint.RoutePattern.RawText != "errors/{status:int}").Select(BoardRoutes.PathOf))
        {
            using var form = new FormUrlEncodedContent([new("name", "mine")]);
            using var answer = await client.PostAsync(path, form, Cancelled);
            var expected = path == "api/v1/samples/curves" ? HttpStatusCode.UnsupportedMediaType : HttpStatusCode.BadRequest;
            Assert.Equal($"{path} {expected}", $"{path} {answer.StatusCode}");
        }
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    public async Task Asking_to_change_something_is_refused(string method)
    {
        using var client = board.Client();
        using var answer = await client.SendAsync(new(new(method), "healthz"), Cancelled);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }

    private static List<string> Files(string directory) =>
    [
        .. new DirectoryInfo(directory).EnumerateFileSystemInfos("*", SearchOption.AllDirectories)
            .Select(entry => $"{entry.FullName} {entry.LastWriteTimeUtc:O} {(entry as FileInfo)?.Length}")
            .Order(StringComparer.Ordinal),
    ];
}
