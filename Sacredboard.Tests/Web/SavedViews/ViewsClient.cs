using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Web.SavedViews;

/// <summary>A user with a separate browser without scripts: follows links and submits forms.</summary>
internal sealed class ViewsClient(Board board) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = board.Address };

    public IDocument Page { get; private set; } = null!;

    public HttpResponseMessage Answer { get; private set; } = null!;

    /// <summary>Path and query of the page that is shown.</summary>
    public string At => Answer.RequestMessage!.RequestUri!.PathAndQuery;

    public IReadOnlyList<string> Ids => [.. Page.QuerySelectorAll("[data-run]").Select(row => row.GetAttribute("data-run")!)];

    /// <summary>The names in the menu, or on the page of all views.</summary>
    public IReadOnlyList<string> Views =>
        [.. Page.QuerySelectorAll("[data-view]:not([data-view=''])").Select(view => view.QuerySelector("bdi")!.TextContent)];

    public string? Current => Page.QuerySelector("[data-views] [aria-current][data-view]")?.QuerySelector("bdi")?.TextContent;

    public bool IsChanged => Page.QuerySelector("[data-view-changed]") is not null;

    public string? Problem => Page.QuerySelector("[data-view-problem]")?.TextContent is { Length: > 0 } text ? text : null;

    public IReadOnlyList<string> Notes => [.. Page.QuerySelectorAll("[data-problem]").Select(note => note.GetAttribute("data-problem")!)];

    public async Task<ViewsClient> OpenAsync(string path)
    {
        await board.LoadedAsync();
        await ShowAsync(await _http.GetAsync(new Uri(board.Address, path), TestContext.Current.CancellationToken));
        return this;
    }

    /// <summary>Follows the link of a view.</summary>
    public Task<ViewsClient> FollowAsync(string view) =>
        OpenAsync(((IHtmlAnchorElement)Page.QuerySelectorAll("a[data-view], [data-view] a")
            .Single(link => link.TextContent.StartsWith(view, StringComparison.Ordinal))).GetAttribute("href")!);

    /// <summary>Submits a form of the page with other values in these fields.</summary>
    /// <param name="within">Selector of the part of the page, if there are several.</param>
    public async Task<ViewsClient> SendAsync(string form, (string Name, string Value)? field = null, string within = "body")
    {
        var element = Page.QuerySelector($"{within} form[data-view-form={form}]")!;
        var values = element.QuerySelectorAll<IHtmlInputElement>("input").ToDictionary(input => input.Name!, input => input.Value);
        if (field is var (name, value))
        {
            values[name] = value;
        }

        using var content = new FormUrlEncodedContent(values);
        await ShowAsync(await _http.PostAsync(
            new Uri(board.Address, element.GetAttribute("action")),
            content,
            TestContext.Current.CancellationToken));
        return this;
    }

    public void Dispose()
    {
        Answer?.Dispose();
        _http.Dispose();
    }

    private async Task ShowAsync(HttpResponseMessage answer)
    {
        Answer = answer;
        Page = await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
