using System.Text.RegularExpressions;
using Sacredboard.Web.Hosting;

namespace Sacredboard.Tests.Web;

/// <summary>What scrolls can be scrolled by keyboard: a box of text that only a pointer can move hides its end from others.</summary>
public sealed partial class ScrollingBoxesTests
{
    [Fact]
    public void Boxes_of_text_that_scroll_take_the_focus()
    {
        var views = Path.Combine(ContentRoot.Find(AppContext.BaseDirectory), "Sacredboard.Web", "Views");
        var boxes = Directory.EnumerateFiles(views, "*.cshtml", SearchOption.AllDirectories)
            .SelectMany(view => Box().Matches(File.ReadAllText(view)), (view, box) => $"{Path.GetRelativePath(views, view)}: {box.Value}")
            .ToList();

        Assert.True(boxes.Count > 15, $"{boxes.Count} boxes");
        Assert.DoesNotContain(boxes, box => !box.Contains("tabindex=\"0\"", StringComparison.Ordinal));
    }

    // The classes of wwwroot/css with overflow: auto whose content need not have a link or a button.
    [GeneratedRegex("""<\w+ [^>]*class="(?:[^"]*\s)?(?:prose|terminal|code|frame-code|file-grid|compare-scroll|tree-body)(?:\s[^"]*)?"[^>]*>""")]
    private static partial Regex Box();
}
