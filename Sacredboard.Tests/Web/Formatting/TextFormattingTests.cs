using Sacredboard.Web.Formatting;

namespace Sacredboard.Tests.Web.Formatting;

public sealed class TextFormattingTests
{
    [Theory]
    [InlineData("short", 5, "short")]
    [InlineData("shorter", 5, "shor…")]
    [InlineData("ab🚀cd", 4, "ab…")]
    public void The_end_is_cut(string text, int max, string expected) => Assert.Equal(expected, Ellipsis.End(text, max));

    [Theory]
    [InlineData("node-f", 6, "node-f")]
    [InlineData("gpu03.cluster.example.org", 11, "gpu03…e.org")]
    [InlineData("abc🚀🚀xyz", 6, "abc…yz")]
    [InlineData("abcd🚀", 4, "ab…")]
    public void The_middle_is_cut_but_no_character_in_two(string text, int max, string expected)
    {
        var cut = Ellipsis.Middle(text, max);

        Assert.Equal(expected, cut);
        Assert.True(cut.Length <= max);
        Assert.DoesNotContain('\ufffd', System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(cut)));
    }

    [Theory]
    [InlineData("RUNNING", "Running", "circle-fill", "status-running")]
    [InlineData("DEAD", "No heartbeat", "heartbreak", "status-dead")]
    [InlineData("EARLY_STOPPED", "Early stopped", "skip-end-circle", "status-other")]
    [InlineData("<i>paused</i> größe", "<i>paused</i> größe", "skip-end-circle", "status-other")]
    [InlineData("_", "_", "skip-end-circle", "status-other")]
    [InlineData("", "No status", "question-circle", "status-other")]
    public void A_status_is_a_word_with_an_icon(string status, string word, string icon, string css) =>
        Assert.Equal(new StatusLabel(word, icon, css), StatusLabel.Of(status));

    [Fact]
    public void Every_usual_status_has_an_icon_and_a_class_of_its_own()
    {
        var labels = StatusLabel.Known.Select(StatusLabel.Of).ToList();

        Assert.Equal(labels.Count, labels.Select(label => label.Icon).Distinct().Count());
        Assert.Equal(labels.Count, labels.Select(label => label.Css).Distinct().Count());
    }
}
