using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.WebUtilities;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Web.TablePage;

/// <summary>The page with the table of runs as sent over HTTP, read by its <c>data-*</c> hooks.</summary>
internal sealed class RunTablePage(HttpStatusCode status, IDocument document)
{
    public HttpStatusCode Status { get; } = status;

    public IDocument Document { get; } = document;

    public IReadOnlyList<string> Ids => [.. Document.QuerySelectorAll("[data-run]").Select(row => row.GetAttribute("data-run")!)];

    public IReadOnlyList<string> Columns =>
        [.. Document.QuerySelectorAll("[data-column]").Select(heading => heading.GetAttribute("data-column")!)];

    public IReadOnlyList<string> Problems =>
        [.. Document.QuerySelectorAll("[data-problem]").Select(note => note.GetAttribute("data-problem")!)];

    public string? Empty => Document.QuerySelector("[data-empty]")?.GetAttribute("data-empty");

    public string Range => Document.QuerySelector("[data-range]")!.TextContent;

    public string ChangesUrl => Document.QuerySelector("#view")!.GetAttribute("data-changes")!;

    public string Token => Document.QuerySelector("#view")!.GetAttribute("data-token")!;

    public static async Task<RunTablePage> GetAsync(Uri board, string path)
    {
        using var client = new HttpClient();
        using var response = await client.GetAsync(new Uri(board, path), TestContext.Current.CancellationToken);
        return await ParseAsync(response);
    }

    /// <summary>Reads a page after all runs were loaded.</summary>
    public static async Task<RunTablePage> GetAsync(Board board, string path)
    {
        await board.LoadedAsync();
        return await GetAsync(board.Address, path);
    }

    /// <param name="path">Below the source, or from a slash on.</param>
    public static Task<RunTablePage> GetAsync(SamplesBoard samples, string path) =>
        GetAsync(samples.Board, path.StartsWith('/') ? path : "samples/" + path);

    public static async Task<RunTablePage> ParseAsync(HttpResponseMessage response)
    {
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new(response.StatusCode, new HtmlParser().ParseDocument(html));
    }

    public IElement Row(string id) => Document.QuerySelectorAll("[data-run]").Single(row => row.GetAttribute("data-run") == id);

    /// <summary>The text of a cell.</summary>
    public string Cell(string id, string column) => Row(id).QuerySelector($".c-{column}")!.TextContent.Trim();

    /// <summary>The number of runs that the filter shows for a status; null if it does not show the status.</summary>
    public int? Count(string status) =>
        Filter(status)?.QuerySelector(".count") is { } count ? int.Parse(count.TextContent.Replace(",", "")) : null;

    public IElement? Filter(string status) =>
        Document.QuerySelectorAll("[data-status-filter]").SingleOrDefault(filter => filter.GetAttribute("data-status-filter") == status);

    /// <summary>Where the button above a column leads, without scripts.</summary>
    public string Heading(string column) =>
        Leads(Document.QuerySelectorAll("[data-column]")
            .Single(heading => heading.GetAttribute("data-column") == column)
            .QuerySelector("button")!);

    /// <summary>Where the button that expands a row leads, without scripts.</summary>
    public string Toggle(string id) => Leads(Row(id).QuerySelector("[data-toggle]")!);

    public string Leads(IElement button)
    {
        var form = Document.GetElementById(button.GetAttribute("form")!)!;
        var fields = form.QuerySelectorAll("input")
            .Append(button)
            .Select(field => KeyValuePair.Create(field.GetAttribute("name")!, field.GetAttribute("value")));
        return QueryHelpers.AddQueryString(form.GetAttribute("action")!, fields!);
    }
}
