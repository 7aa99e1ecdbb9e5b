using Microsoft.AspNetCore.Razor.TagHelpers;
using Sacredboard.Web.Formatting;

namespace Sacredboard.Web.TagHelpers;

/// <summary>
/// <c>&lt;exact-time at="…" /&gt;</c>: date and time in full, which scripts show in the browser's time zone; "–" for null.
/// </summary>
[HtmlTargetElement("exact-time", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ExactTimeTagHelper : TimeTagHelper
{
    protected override void Write(DateTime at, TagHelperOutput output)
    {
        output.Attributes.SetAttribute(new TagHelperAttribute("data-exact"));
        output.Content.SetContent(TimeText.Exact(at));
    }
}
