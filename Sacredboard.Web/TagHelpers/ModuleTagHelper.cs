using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.Routing;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Sacredboard.Web.Hosting;

namespace Sacredboard.Web.TagHelpers;

/// <summary>
/// Names the imports of a module in front of its <c>&lt;script type="module"&gt;</c>, so that the browser asks for all of them at once.
/// </summary>
[HtmlTargetElement("script", Attributes = "[type=module],src")]
public sealed class ModuleTagHelper(ModuleImports imports, IUrlHelperFactory urls) : TagHelper
{
    /// <summary>Makes addresses below the sub-url.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public required ViewContext ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (context.AllAttributes["src"].Value.ToString() is not ['~', '/', .. var module])
        {
            return;
        }

        var url = urls.GetUrlHelper(ViewContext);
        foreach (var import in imports.Of(module))
        {
            var link = new TagBuilder("link") { TagRenderMode = TagRenderMode.SelfClosing };
            link.Attributes["rel"] = "modulepreload";
            link.Attributes["href"] = url.Content("~/" + import);
            output.PreElement.AppendHtml(link);
        }
    }
}
