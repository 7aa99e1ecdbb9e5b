using Sacredboard.Web.Tracebacks;

namespace Sacredboard.Tests.Web.Tracebacks;

/// <summary>The files in TestData/Tracebacks are fail_traces that Sacred stored.</summary>
public sealed class TracebackParserTests
{
    [Fact]
    public void Frames_have_file_line_function_and_code()
    {
        var trace = Read("failed");

        var section = Assert.Single(trace.Sections);
        Assert.Equal(["1 frame of Sacred", null], section.Parts.Select(part => part.Folded));
        var last = section.Parts[1].Frames[^1];
        Assert.Equal(("network.py", "31", "forward"), (last.FileName, last.Line, last.Function));
        Assert.Equal("""
            return h, softmax(h @ self.weights["w2"] + self.weights["b2"])
                              ~~^~~~~~~~~~~~~~~~~~~~
            """, last.Code);
        Assert.Equal("ValueError", section.Type);
        Assert.StartsWith("matmul: Input operand 1", section.Message);
        Assert.Same(section, trace.Headline);
    }

    [Theory]
    [InlineData("Traceback (most recent call last):")]
    [InlineData("Traceback (most recent call last):\n\n")]
    [InlineData("  + Exception Group Traceback (most recent call last):")]
    [InlineData("  +-+---------------- 1 ----------------")]
    [InlineData("During handling of the above exception, another exception occurred:")]
    [InlineData("  + Exception Group Traceback (most recent call last):\n  | ")]
    public void A_text_without_any_exception_is_a_message_itself(string text)
    {
        var trace = TracebackParser.Parse(text)!;

        Assert.Equal((text.TrimEnd('\n'), ""), (Assert.Single(trace.Sections).Message, trace.Headline.Type));
    }

    [Fact]
    public void Chained_exceptions_keep_their_order_and_say_how_they_follow()
    {
        var trace = Read("chained");

        Assert.Equal(["KeyError", "failures.<locals>.Bad", "RuntimeError"], trace.Sections.Select(section => section.Type));
        Assert.Equal(
            [
                null,
                "The above exception was the direct cause of the following exception:",
                "During handling of the above exception, another exception occurred:"],
            trace.Sections.Select(section => section.Link));
        Assert.Equal("could not load <script>alert('x')</script>\nsecond line: größe 🚀", trace.Sections[1].Message);
        Assert.Equal("while handling the above", trace.Headline.Message);
    }

    [Fact]
    public void A_recursion_shows_one_round_and_counts_the_others()
    {
        var parts = Assert.Single(Read("recursion").Sections).Parts;

        Assert.Equal(["1 frame of Sacred", null, "the frame above, repeated 991 more times"], parts.Select(part => part.Folded));
        Assert.Equal(["recursive", "down"], parts[1].Frames.Select(frame => frame.Function));
    }

    [Fact]
    public void Frames_that_take_turns_are_folded_too()
    {
        var text = "Traceback (most recent call last):\n"
            + string.Concat(Enumerable.Repeat("  File \"a.py\", line 1, in a\n    b()\n  File \"a.py\", line 2, in b\n    a()\n", 40))
            + "RecursionError: deep\n";

        var parts = TracebackParser.Parse(text)!.Sections[0].Parts;

        Assert.Equal([null, "the 2 frames above, repeated 39 more times"], parts.Select(part => part.Folded));
        Assert.Equal(78, parts[1].Frames.Count);
    }

    [Fact]
    public void The_exceptions_of_a_group_follow_it_one_level_deeper()
    {
        var trace = Read("group");

        Assert.Equal(
            [(1, null, "ExceptionGroup"), (2, "1", "ValueError"), (2, "2", "TypeError")],
            trace.Sections.Select(section => (section.Depth, section.Number, section.Type)));
        Assert.Equal("several (2 sub-exceptions)", trace.Headline.Message);
    }

    [Fact]
    public void Sacreds_own_frames_are_folded_beside_others()
    {
        var parts = Assert.Single(Read("inside_sacred").Sections).Parts;

        Assert.Equal("3 frames of Sacred", parts[0].Folded);
        Assert.Null(parts[1].Folded);
    }

    [Fact]
    public void Sacreds_own_frames_are_shown_where_there_are_no_others() =>
        Assert.All(Assert.Single(Read("only_sacred").Sections).Parts, part => Assert.Null(part.Folded));

    [Fact]
    public void Blank_lines_between_frames_are_ignored()
    {
        var text = Text("failed").Replace("\n  File", "\n\n  File");

        Assert.Equal(4, TracebackParser.Parse(text)!.Sections[0].Parts.Sum(part => part.Frames.Count));
    }

    [Theory]
    [InlineData("Traceback: a single text", "Traceback", "a single text")]
    [InlineData("it did not work", "", "it did not work")]
    [InlineData("KeyboardInterrupt\n", "KeyboardInterrupt", "")]
    [InlineData("<b>no</b>\r\n<i>trace</i>", "", "<b>no</b>\n<i>trace</i>")]
    public void Any_text_is_taken(string text, string type, string message)
    {
        var trace = TracebackParser.Parse(text)!;

        Assert.Equal((type, message), (trace.Headline.Type, trace.Headline.Message));
        Assert.Equal(text, trace.Raw);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \n \n")]
    public void Nothing_is_nothing(string? text) => Assert.Null(TracebackParser.Parse(text));

    private static Traceback Read(string name) => TracebackParser.Parse(Text(name))!;

    private static string Text(string name) =>
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "TestData", "Tracebacks", name + ".txt"));
}
