using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Sacredboard.Web.Files;

/// <summary>
/// A text beside the numbers of its lines, which are links: <c>#L120</c>. White space is significant, so no Razor view writes it.
/// </summary>
public sealed class FileTextHtml(FileText text) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        writer.Write("<div class=\"file-text\"><pre class=\"line-numbers\" aria-hidden=\"true\">");
        for (var line = 1; line <= text.Lines; line++)
        {
            var number = line.ToString(CultureInfo.InvariantCulture);
            writer.Write(line <= text.LinkedLines
                ? $"<a id=\"L{number}\" href=\"#L{number}\" tabindex=\"-1\">{number}</a>\n"
                : number + "\n");
        }

        writer.Write("</pre><pre class=\"file-code\" tabindex=\"0\" role=\"region\" aria-label=\"Content\"><code data-text");
        writer.Write(text.Highlighted is { } language ? $" data-language=\"{language}\">" : ">");
        encoder.Encode(writer, text.Text);
        writer.Write("</code></pre></div>");
    }
}
