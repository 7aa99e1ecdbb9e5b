using Sacredboard.Data.Runs;
using Sacredboard.Data.Values;

namespace Sacredboard.Tests.Data.Runs;

public sealed class FailTraceTests
{
    [Fact]
    public void The_pieces_are_joined_and_keep_their_own_line_ends()
    {
        Assert.Equal("Traceback:\n  File\nValueError: x\n", FailTrace.Read(Pieces("Traceback:\n", "  File\n", "ValueError: x")));
    }

    [Fact]
    public void A_message_of_several_lines_is_named_by_its_first_one()
    {
        Assert.Equal(
            "ValueError: boom",
            FailTrace.LastLine(Pieces("Traceback\n", "  File \"x.py\", line 1\n", "ValueError: boom\nsecond line\n")));
    }

    [Fact]
    public void One_text_is_searched_behind_its_last_frame()
    {
        var text = "Traceback (most recent call last):\n  File \"a.py\", line 1, in f\n    g()\n    ^^^\nKeyError: 'a'\nmore: text\n";

        Assert.Equal("KeyError: 'a'", FailTrace.LastLine(new SacredText(text)));
        Assert.Equal("KeyError: 'a'", FailTrace.LastLine(Pieces(text)));
    }

    [Fact]
    public void A_group_of_exceptions_is_named_by_itself()
    {
        var group = Pieces(
            "  |     raise ExceptionGroup(...)\n",
            "  | ExceptionGroup: several (2 sub-exceptions)\n",
            "  +-+---------------- 1 ----------------\n",
            "    | ValueError: one\n",
            "    +---------------- 2 ----------------\n",
            "    | TypeError: two\n",
            "    +------------------------------------\n");

        Assert.Equal("ExceptionGroup: several (2 sub-exceptions)", FailTrace.LastLine(group));
    }

    [Fact]
    public void A_long_group_is_named_by_its_last_part()
    {
        var group = Pieces(
            "    | ValueError: one\n",
            "    +---------------- 2 ----------------\n",
            "    | TypeError: two\n",
            "    +-----\n");

        Assert.Equal("TypeError: two", FailTrace.LastLine(group));
    }

    [Fact]
    public void Pieces_that_are_no_text_are_left_out()
    {
        var stored = new SacredList([SacredNull.Value, new SacredInteger(3), new SacredText("line\n")]);

        Assert.Equal("line", FailTrace.LastLine(stored));
        Assert.Equal("line\n", FailTrace.Read(stored));
        Assert.Null(FailTrace.Read(new SacredInteger(3)));
        Assert.Null(FailTrace.LastLine(null));
    }

    private static SacredList Pieces(params string[] pieces) => new([.. pieces.Select(piece => new SacredText(piece))]);
}
