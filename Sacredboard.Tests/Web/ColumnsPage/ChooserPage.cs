using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.WebUtilities;
using Sacredboard.Tests.Support;
using Sacredboard.Tests.Web.TablePage;

namespace Sacredboard.Tests.Web.ColumnsPage;

/// <summary>The column chooser in a browser without scripts: forms and buttons.</summary>
internal sealed class ChooserPage(Board board, HttpStatusCode status, IDocument document, Uri address)
{
    public HttpStatusCode Status { get; } = status;

    public IDocument Document { get; } = document;

    public Uri Address { get; } = address;

    public string TableUrl => Document.QuerySelector("[data-columns]")!.GetAttribute("data-table")!;

    public IReadOnlyList<string> Chosen =>
        [.. Document.QuerySelectorAll("[data-chosen] > li").Select(item => item.GetAttribute("data-field")!)];

    public IReadOnlyList<string> Available =>
        [.. Document.QuerySelectorAll("[data-available]").Select(found => found.GetAttribute("data-available")!)];

    public static async Task<ChooserPage> GetAsync(Board board, string path)
    {
        await board.LoadedAsync();
        using var client = new HttpClient();
        using var response = await client.GetAsync(new Uri(board.Address, path), TestContext.Current.CancellationToken);
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new(board, response.StatusCode, new HtmlParser().ParseDocument(html), response.RequestMessage!.RequestUri!);
    }

    public IElement Field(string field) =>
        Document.QuerySelectorAll("[data-available]").Single(found => found.GetAttribute("data-available") == field);

    /// <summary>Presses the button that has this name and value.</summary>
    public Task<ChooserPage> PressAsync(string name, string value)
    {
        var button = Document.QuerySelectorAll($"button[name={name}]").First(found => found.GetAttribute("value") == value);
        return SendAsync(Document.GetElementById(button.GetAttribute("form")!)!, (name, value));
    }

    /// <summary>Sends one of the forms with other values in some of its fields.</summary>
    public Task<ChooserPage> SendAsync(string form, params (string Name, string Value)[] values) =>
        SendAsync(Document.QuerySelector(form)!, values);

    /// <summary>The table with the columns chosen.</summary>
    public Task<RunTablePage> TableAsync() => RunTablePage.GetAsync(board, TableUrl);

    private Task<ChooserPage> SendAsync(IElement form, params (string Name, string Value)[] values)
    {
        var fields = form.QuerySelectorAll("input[name]")
            .Select(input => (Name: input.GetAttribute("name")!, Value: input.GetAttribute("value") ?? ""))
            .Where(field => !values.Any(value => value.Name == field.Name))
            .Concat(values)
            .Select(field => KeyValuePair.Create(field.Name, (string?)field.Value));
        return GetAsync(board, QueryHelpers.AddQueryString(form.GetAttribute("action")!, fields));
    }
}
