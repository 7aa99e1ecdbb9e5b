using System.Net;
using Ganss.Xss;
using Markdig;
using Microsoft.AspNetCore.Html;

namespace Sacredboard.Web.Formatting;

/// <summary>A note in Markdown as HTML: text, lists, tables, code and links, and nothing that does or loads anything.</summary>
public static class NoteHtml
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().DisableHtml().Build();

    // Safe for concurrent use as long as nobody changes it.
    private static readonly HtmlSanitizer Sanitizer = new(new HtmlSanitizerOptions
    {
        AllowedTags = new HashSet<string>
        {
            "p", "br", "hr", "em", "strong", "code", "pre", "blockquote", "ul", "ol", "li", "a", "h1", "h2", "h3", "h4", "h5", "h6",
            "table", "thead", "tbody", "tr", "th", "td",
        },
        AllowedAttributes = new HashSet<string> { "href", "start" },
        AllowedSchemes = new HashSet<string> { "http", "https", "mailto" },
        UriAttributes = new HashSet<string> { "href" },
    });

    public static IHtmlContent Of(string markdown)
    {
        try
        {
            return new HtmlString(Sanitizer.Sanitize(Markdown.ToHtml(markdown, Pipeline)));
        }
        catch (ArgumentException)
        {
            // Markdig refuses what is nested too deeply.
            return new HtmlString($"<p>{WebUtility.HtmlEncode(markdown)}</p>");
        }
    }
}
