using System.Net;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using MarkdownTable = Markdig.Extensions.Tables.Table;

namespace Sacredboard.Web.Query;

/// <summary>The help about queries: the embedded file <c>docs/query-language.md</c> as HTML.</summary>
public sealed class QueryHelp
{
    /// <summary>The heading of the column of a table whose queries are links.</summary>
    private const string QueryColumn = "Query";

    /// <summary>Stands for the address of the table, which differs from source to source.</summary>
    private const string TableUrl = "table-of-runs";

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().DisableHtml().Build();

    private readonly Lazy<string> _html = new(Render);

    /// <param name="runsUrl">The address of a source's table, on which the examples run.</param>
    public string Html(string runsUrl) => _html.Value.Replace(TableUrl, WebUtility.HtmlEncode(runsUrl), StringComparison.Ordinal);

    private static string Render()
    {
        using var resource = typeof(QueryHelp).Assembly.GetManifestResourceStream("query-language.md")!;
        using var reader = new StreamReader(resource);
        var document = Markdown.Parse(reader.ReadToEnd(), Pipeline);
        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            // The page has a title above it.
            heading.Level = Math.Min(6, heading.Level + 1);
        }

        foreach (var link in document.Descendants<LinkInline>()
            .Where(link => !Uri.IsWellFormedUriString(link.Url, UriKind.Absolute))
            .ToList())
        {
            // Relative links lead to files beside the document, which are not served.
            link.ReplaceBy(new LiteralInline(string.Concat(link.Descendants<LiteralInline>().Select(text => text.Content.ToString()))));
        }

        foreach (var code in document.Descendants<FencedCodeBlock>())
        {
            // A block that is wider than the panel must be scrollable by keyboard.
            code.GetAttributes().AddProperty("tabindex", "0");
        }

        foreach (var query in document.Descendants<MarkdownTable>().SelectMany(Queries).ToList())
        {
            var link = new LinkInline($"{TableUrl}?q={Uri.EscapeDataString(query.Content)}", "");
            link.GetAttributes().AddProperty("data-query-example", query.Content);
            query.ReplaceBy(link);
            link.AppendChild(query);
        }

        return document.ToHtml(Pipeline);
    }

    private static IEnumerable<CodeInline> Queries(MarkdownTable table)
    {
        var rows = table.Descendants<TableRow>().ToList();
        var column = rows[0].Descendants<TableCell>()
            .ToList()
            .FindIndex(cell => cell.Descendants<LiteralInline>().Any(text => text.Content.ToString() == QueryColumn));
        var cells = column < 0 ? [] : rows.SelectMany(row => row.Descendants<TableCell>().Skip(column).Take(1));
        return cells.SelectMany(cell => cell.Descendants<CodeInline>());
    }
}
