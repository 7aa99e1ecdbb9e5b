using Microsoft.AspNetCore.Razor.TagHelpers;
using Sacredboard.Web.Formatting;

namespace Sacredboard.Web.TagHelpers;

/// <summary>
/// <c>&lt;age at="…" /&gt;</c>: "2 h ago", with the exact time on hover and in <c>datetime</c>; scripts keep it current; "–" for
/// null.
/// </summary>
[HtmlTargetElement("age", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class AgeTagHelper(TimeProvider time) : TimeTagHelper
{
    protected override void Write(DateTime at, TagHelperOutput output)
    {
        output.Attributes.SetAttribute("title", TimeText.Exact(at));
        output.Attributes.SetAttribute(new TagHelperAttribute("data-age"));
        output.Content.SetContent(AgeText.Of(at, time.GetUtcNow()));
    }
}
