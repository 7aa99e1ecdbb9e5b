using Markdig;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Sacredboard.Web.Query;

/// <summary>The help about queries: the embedded file <c>docs/query-language.md</c> as HTML.</summary>
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

        return document.ToHtml(Pipeline);
    }
}
