using Sacredboard.Data.Runs;
using Sacredboard.Web.Formatting;

namespace Sacredboard.Tests.Web.Formatting;

public sealed class RunStyleTests
{
    [Theory]
    [InlineData(0, 1, "solid")]
    [InlineData(7, 8, "solid")]
    [InlineData(10, 1, "dashed")]
    [InlineData(25, 6, "dotted")]
    [InlineData(39, 10, "dash-dot")]
    [InlineData(40, 1, "solid")]
    [InlineData(long.MaxValue, 8, "solid")]
    public void A_number_gives_colour_and_dashes(long id, int colour, string dash)
    {
        var style = RunStyle.Of(RunId.Of(id));
        Assert.Equal((colour, dash), (style.Colour, style.Dash));
    }

    [Fact]
    public void A_number_that_is_stored_as_text_is_a_number() => Assert.Equal(RunStyle.Of(RunId.Of(42)), RunStyle.Of(RunId.Of("42")));

    [Fact]
    public void Other_ids_have_the_same_style_in_every_process()
    {
        RunId[] ids =
            [RunId.Of("42a"), RunId.Of(-1), RunId.Of(2.5), RunId.Null, RunId.OfObjectId("5f0000000000000000000001"), RunId.Of("ü 🚀")];
        Assert.Equal(
            ["8 solid", "8 dotted", "5 dashed", "8 dash-dot", "10 dash-dot", "2 dotted"],
            ids.Select(id => RunStyle.Of(id)).Select(style => $"{style.Colour} {style.Dash}"));
    }

    [Fact]
    public void Ids_that_are_not_numbers_use_all_styles()
    {
        var styles = Enumerable.Range(0, 400)
            .Select(i => RunStyle.Of(RunId.Of($"run-{i}")))
            .GroupBy(style => (style.Colour, style.Dash))
            .ToList();
        Assert.Equal(40, styles.Count);
        Assert.All(styles, style => Assert.InRange(style.Count(), 1, 40));
    }
}
