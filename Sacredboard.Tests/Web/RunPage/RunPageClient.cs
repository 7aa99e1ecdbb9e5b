using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Web.RunPage;

/// <summary>Reads pages of a board without running scripts.</summary>
public sealed class RunPageClient(Board board, string source) : IDisposable
{
    private readonly HttpClient _http = new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = board.Address };

    public async Task<IHtmlDocument> ReadAsync(string path)
    {
        using var answer = await SendAsync(path);
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}: {(int)answer.StatusCode}");
        return new HtmlParser().ParseDocument(html);
    }

    /// <param name="path">Below the runs of the source, such as <c>1/output</c>; or from the root, with a slash in front.</param>
    public Task<HttpResponseMessage> SendAsync(string path, Action<HttpRequestMessage>? prepare = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path.StartsWith('/') ? path : $"{source}/runs/{path}");
        prepare?.Invoke(request);
        return _http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public void Dispose() => _http.Dispose();
}
