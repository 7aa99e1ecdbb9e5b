using Microsoft.AspNetCore.Razor.TagHelpers;
using Sacredboard.Web.Formatting;

namespace Sacredboard.Web.TagHelpers;

/// <summary><c>&lt;exact-time at="…" /&gt;</c>: date and time in full, in the browser's zone where scripts run; "–" for null.</summary>
[HtmlTargetElement("exact-time", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ExactTimeTagHelper : TagHelper
{
    public DateTime? At { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagMode = TagMode.StartTagAndEndTag;
        if (At is not { } at)
        {
            output.TagName = "span";
            output.Attributes.SetAttribute("class", "missing");
            output.Content.SetContent(CellText.Missing.Text);
            return;
        }

        output.TagName = "time";
        output.Attributes.SetAttribute("datetime", TimeText.Iso(at));
        output.Attributes.SetAttribute(new TagHelperAttribute("data-exact"));
        output.Content.SetContent(TimeText.Exact(at));
    }
}
