using Sacredboard.Web.Terminal;

namespace Sacredboard.Tests.Web.Terminal;

public sealed class TerminalScreenTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("one\ntwo\n", "one|two")]
    [InlineData("one\n\n\ntwo", "one|||two")]
    [InlineData("\n", "")]
    [InlineData("one\r\ntwo\r\n", "one|two")]
    [InlineData("10%\r20%\r100%\ndone", "100%|done")]
    [InlineData("progress 100%\rok", "okogress 100%")]
    [InlineData("kept after a return\r", "kept after a return")]
    [InlineData("abc\b\bX", "aXc")]
    [InlineData("\b\b\bstart", "start")]
    [InlineData("spin |\b/\b-\b\\", "spin \\")]
    [InlineData("long line\r\e[Kshort", "short")]
    [InlineData("12345\e[3D\e[0K", "12")]
    [InlineData("12345\e[2D\e[1K", "    5")]
    [InlineData("12345\e[2K\rX", "X")]
    [InlineData("bar 0: 1\nbar 1: 1\e[A\rbar 0: 2\n\rbar 1: 2", "bar 0: 2|bar 1: 2")]
    [InlineData("a\e[5Cb", "a     b")]
    [InlineData("abc\e[1Gx", "xbc")]
    [InlineData("NUL \0 bell \a vt \v del \u007f c1 \u0085", "NUL \u2400 bell  vt \u240b del \u2421 c1 \ufffd")]
    [InlineData("a\tb", "a\tb")]
    [InlineData("\e]0;title\atext", "text")]
    [InlineData("\e]8;;http://x\e\\link\e]8;;\e\\", "link")]
    [InlineData("\e[?25lhidden cursor\e[?25h", "hidden cursor")]
    [InlineData("cut off \e[3", "cut off \u241b[3")]
    [InlineData("not a sequence \e\u0001", "not a sequence \u241b\u2401")]
    [InlineData("größe 🚀\b!", "größe !")]
    public void Shows_what_a_terminal_shows(string printed, string shown) =>
        Assert.Equal(shown, string.Join('|', TerminalScreen.Render(printed).Select(Text)));

    [Fact]
    public void A_far_jump_of_the_cursor_takes_little_room() =>
        Assert.InRange(Text(TerminalScreen.Render("a\e[2000000000C\e[2000000000Cb\e[2000000000Gc")[0]).Length, 3, 5000);

    [Fact]
    public void A_lone_surrogate_is_shown_as_a_replacement() =>
        Assert.Equal("a\ufffdb", Text(TerminalScreen.Render("a\ud800b")[0]));

    [Theory]
    [InlineData("\e[31mred\e[0m plain", "t-fg1:red,: plain")]
    [InlineData("\e[1;4;92mlook\e[24mless\e[22;39mnone", "t-fg10 t-b t-u:look,t-fg10 t-b:less,:none")]
    [InlineData("\e[1;2mx\e[22my", "t-b t-dim:x,:y")]
    [InlineData("\e[38;5;196mx\e[mdone", "t-fg9:x,:done")]
    [InlineData("\e[48;2;0;0;230mx", "t-bg4:x")]
    [InlineData("\e[38;5;9999999999mx", "t-fg0:x")]
    [InlineData("\e[38;5mx", ":x")]
    [InlineData("\e[33mone\ntwo", "t-fg3:one|t-fg3:two")]
    [InlineData("a\0b", ":a,t-ctl:\u2400,:b")]
    [InlineData("a\ufffdb", ":a,t-ctl:\ufffd,:b")]
    public void Colours_are_classes(string printed, string spans) =>
        Assert.Equal(spans, string.Join('|', TerminalScreen.Render(printed)
            .Select(row => string.Join(',', row.Spans.Select(span => $"{span.Classes}:{span.Text}")))));

    [Fact]
    public void Rows_know_where_their_text_begins() =>
        Assert.Equal([100, 105, 113], TerminalScreen.Render("0123\n10%\r20%\nx", 100).Select(row => row.Start));

    [Fact]
    public void A_megabyte_in_one_line_of_returns_is_one_short_row()
    {
        var text = string.Concat(Enumerable.Range(0, 100_000).Select(i => $"step {i:D5}\r"));

        Assert.Equal("step 99999", Text(Assert.Single(TerminalScreen.Render(text))));
    }

    private static string Text(TerminalRow row) => string.Concat(row.Spans.Select(span => span.Text));
}
