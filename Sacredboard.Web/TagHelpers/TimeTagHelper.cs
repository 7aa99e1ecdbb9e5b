using Microsoft.AspNetCore.Razor.TagHelpers;
using Sacredboard.Web.Formatting;

namespace Sacredboard.Web.TagHelpers;

/// <summary>A time as a <c>time</c> element with the exact value in <c>datetime</c>; "–" for null.</summary>
public abstract class TimeTagHelper : TagHelper
{
    public DateTime? At { get; set; }

    public sealed override void Process(TagHelperContext context, TagHelperOutput output)
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
        Write(at, output);
    }

    /// <summary>Adds the text, and the attributes that scripts need.</summary>
    protected abstract void Write(DateTime at, TagHelperOutput output);
}
