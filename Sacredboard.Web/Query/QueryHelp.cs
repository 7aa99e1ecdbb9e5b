using Markdig;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Sacredboard.Web.Query;

/// <summary>How queries are written: <c>docs/query-language.md</c>, which is part of the program, as HTML.</summary>
public sealed class QueryHelp
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().DisableHtml().Build();

    private readonly Lazy<string> _html = new(Render);

    public string Html => _html.Value;

    private static string Render()
    {
        using var resource = typeof(QueryHelp).Assembly.GetManifestResourceStream("query-language.md")!;
        using var reader = new StreamReader(resource);
        var document = Markdown.Parse(reader.ReadToEnd(), Pipeline);
        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            // It stands on a page that has a title.
            heading.Level = Math.Min(6, heading.Level + 1);
        }

        foreach (var link in document.Descendants<LinkInline>().Where(link => !Uri.IsWellFormedUriString(link.Url, UriKind.Absolute)).ToList())
        {
            // What it leads to lies beside the file, not beside the page.
            link.ReplaceBy(new LiteralInline(string.Concat(link.Descendants<LiteralInline>().Select(text => text.Content.ToString()))));
        }

        foreach (var code in document.Descendants<FencedCodeBlock>())
        {
            // It may be wider than the panel, and must be scrolled by keyboard too.
            code.GetAttributes().AddProperty("tabindex", "0");
        }

        return document.ToHtml(Pipeline);
    }
}
