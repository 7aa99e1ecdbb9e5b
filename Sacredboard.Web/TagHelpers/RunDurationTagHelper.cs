using Microsoft.AspNetCore.Razor.TagHelpers;
using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Web.Formatting;

namespace Sacredboard.Web.TagHelpers;

/// <summary>
/// <c>&lt;run-duration run="…" /&gt;</c>: "1 h 02 m"; scripts keep it current for a running run; "–" when it is unknown, and what the
/// times say on hover when a clock was wrong.
/// </summary>
[HtmlTargetElement("run-duration", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class RunDurationTagHelper(TimeProvider time) : TagHelper
{
    public required CatalogRun Run { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        if (Run.Span(time.GetUtcNow()) is not { } span)
        {
            output.Attributes.SetAttribute("class", "missing");
            output.Content.SetContent(CellText.Missing.Text);
            return;
        }

        if (span.Length is not { } duration)
        {
            output.Attributes.SetAttribute("class", "clock-difference");
            output.Attributes.SetAttribute("title", DurationText.WrongClock(span));
            output.Content.SetContent("clock difference");
            return;
        }

        if (span.IsGoingOn)
        {
            output.Attributes.SetAttribute("data-running-since", TimeText.Iso(span.Start));
        }

        output.Attributes.SetAttribute("title", $"{duration.TotalSeconds:0.###} seconds");
        output.Content.SetContent(DurationText.Of(duration));
    }
}
