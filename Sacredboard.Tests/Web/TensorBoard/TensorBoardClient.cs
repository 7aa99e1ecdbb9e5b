using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Sacredboard.Tests.Browser.Support;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Web.TensorBoard;

/// <summary>Reads pages about TensorBoards and sends their forms, without running scripts.</summary>
internal sealed class TensorBoardClient : IDisposable
{
    private readonly HttpClient _http;
    private readonly string _source;

    public TensorBoardClient(Board board)
        : this(board.Address, Board.Source)
    {
    }

    public TensorBoardClient(Uri address, string source)
    {
        _http = new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = address };
        _source = source;
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <param name="path">Below the source, such as <c>runs/7/tensorboard</c>.</param>
    public Task<HttpResponseMessage> GetAsync(string path, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Get, path, null, headers);

    public Task<HttpResponseMessage> SendAsync(
        HttpMethod method,
        string path,
        HttpContent? content,
        params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, $"{_source}/{path}") { Content = content };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return _http.SendAsync(request, Cancelled);
    }

    public async Task<IHtmlDocument> PageAsync(string path)
    {
        using var answer = await GetAsync(path);
        return await PageOfAsync(answer);
    }

    public static async Task<IHtmlDocument> PageOfAsync(HttpResponseMessage answer) =>
        new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(Cancelled));

    /// <summary>Sends the form of a page as the button with this action does.</summary>
    public async Task<HttpResponseMessage> SubmitAsync(string path, string action)
    {
        var page = await PageAsync(path);
        var form = page.QuerySelector<IHtmlFormElement>("form#tensorboard");
        Assert.NotNull(form);
        var fields = form.QuerySelectorAll<IHtmlInputElement>("input")
            .Select(input => new KeyValuePair<string, string>(input.Name!, input.Value));
        using var content = new FormUrlEncodedContent([.. fields, new("action", action)]);
        return await _http.PostAsync(form.GetAttribute("action"), content, Cancelled);
    }

    /// <summary>Starts it and waits until it is in this phase.</summary>
    public async Task<IElement> StartAsync(string path, string phase = "running")
    {
        using var answer = await SubmitAsync(path, "start");
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return await UntilAsync(path, phase);
    }

    public async Task<IElement> UntilAsync(string path, string phase)
    {
        IElement? status = null;
        await Eventually.TrueAsync(
            async () =>
                (status = await StatusAsync(path)).GetAttribute("data-phase") is var now
                    && (now == phase || now is not ("starting" or "running")),
            $"{path} is {phase}");
        Assert.True(status!.GetAttribute("data-phase") == phase, status.TextContent);
        return status!;
    }

    /// <summary>The part of a page that changes.</summary>
    public async Task<IElement> StatusAsync(string path)
    {
        var page = await PageAsync(path + (path.Contains('?') ? "&" : "?") + "part=status");
        return page.QuerySelector("[data-tensorboard]")!;
    }

    public void Dispose() => _http.Dispose();
}
