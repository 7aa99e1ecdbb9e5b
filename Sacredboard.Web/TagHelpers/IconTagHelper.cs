using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.Routing;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Sacredboard.Web.TagHelpers;

/// <summary>
/// <c>&lt;icon name="search" /&gt;</c>: an icon of bootstrap-icons from the sprite, in the colour and size of the text. The names are
/// those listed in libman.json. Decorative unless it has a <c>label</c>, which screen readers announce.
/// </summary>
[HtmlTargetElement("icon", Attributes = "name", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class IconTagHelper(IFileVersionProvider versions) : TagHelper
{
    public required string Name { get; set; }

    public string? Label { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public required ViewContext ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var pathBase = ViewContext.HttpContext.Request.PathBase;
        var sprite = versions.AddFileVersionToPath(pathBase, pathBase + "/lib/icons.svg");

        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        var css = output.Attributes.TryGetAttribute("class", out var more) ? $"icon {more.Value}" : "icon";
        output.Attributes.SetAttribute("class", css);
        if (Label is null)
        {
            output.Attributes.SetAttribute("aria-hidden", "true");
        }
        else
        {
            output.Attributes.SetAttribute("role", "img");
            output.Attributes.SetAttribute("aria-label", Label);
        }

        var use = new TagBuilder("use");
        use.Attributes["href"] = $"{sprite}#{Name}";
        output.Content.SetHtmlContent(use);
    }
}
