using Microsoft.AspNetCore.Razor.TagHelpers;
using Sacredboard.Web.Formatting;

namespace Sacredboard.Web.TagHelpers;

/// <summary>
/// <c>&lt;age at="…" /&gt;</c>: "2 h ago", with the exact time on hover and in <c>datetime</c>; scripts keep it current; "–" for
/// null. With <c>beside</c> it follows the exact time, and is left out when it would be a date.
/// </summary>
[HtmlTargetElement("age", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class AgeTagHelper(TimeProvider time) : TimeTagHelper
{
    public bool Beside { get; set; }

    protected override void Write(DateTime at, TagHelperOutput output)
    {
        if (Beside && AgeText.IsDate(at, time.GetUtcNow()))
        {
            output.SuppressOutput();
            return;
        }

        if (Beside)
        {
            output.PreElement.SetHtmlContent("<span class=\"muted\">· ");
            output.PostElement.SetHtmlContent("</span>");
        }

        output.Attributes.SetAttribute("title", TimeText.Exact(at));
        output.Attributes.SetAttribute(new TagHelperAttribute("data-age"));
        output.Content.SetContent(AgeText.Of(at, time.GetUtcNow()));
    }
}
