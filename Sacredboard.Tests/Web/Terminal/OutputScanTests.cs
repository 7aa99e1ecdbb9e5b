using Sacredboard.Web.Terminal;

namespace Sacredboard.Tests.Web.Terminal;

public sealed class OutputScanTests
{
    [Theory]
    [InlineData(1, "word ", "\n", "\n", "\r", "\r\n", "\b", "\t", "🚀", "\0", "\e[K", "a line\n", "10%\r20%", "\e[31m", "\e[0m")]
    [InlineData(2, "bar 0: 1\nbar 1: 1\n", "\e[A", "\r", "\n", "\n\n", "\e[B", "\e[2F", "\r\e[2K", "x", "\e[1;4m", "\e[m")]
    [InlineData(3, "a", "\n", "\e", "[", "3", "1m", "]0;", "title", "\a", "\\", "\e[A", "\r", "b\n")]
    public void Rows_from_any_mark_on_are_those_of_the_whole(int seed, params string[] tokens)
    {
        var random = new Random(seed);
        var marks = 0;
        for (var round = 0; round < 60; round++)
        {
            var scan = new OutputScan(new(rowsApart: 3, unitsApart: 40), longRow: 1000);
            var text = "";
            for (var part = 0; part < 8; part++)
            {
                text += string.Concat(Enumerable.Range(0, random.Next(20)).Select(_ => tokens[random.Next(tokens.Length)]));
                scan.Read(text[(int)scan.Position..]);

                Assert.Equal(Shown(TerminalScreen.Render(text)), Shown(Joined(scan, text)));
            }

            marks += scan.Marks.Count - 1;
        }

        Assert.True(seed == 3 || marks > 100, $"{marks} marks");
    }

    [Fact]
    public void A_row_that_was_rewritten_for_long_is_rendered_from_its_end()
    {
        var bar = string.Concat(Enumerable.Range(0, 1000).Select(i => $"\r{i,4} of 1000"));
        var text = "start\n" + bar + "\nend\n";
        var scan = new OutputScan(new(rowsApart: 2, unitsApart: 40), longRow: 400);

        scan.Read(text);

        var mark = scan.Marks.Single(mark => mark.Row == 1);
        Assert.Equal(6, mark.Start);
        Assert.InRange(text.Length - mark.From, 100, 200);
        Assert.Equal(["start", " 999 of 1000", "end"], Joined(scan, text).Select(Text));
    }

    [Fact]
    public void Raw_rows_end_after_each_return()
    {
        const string Output = "10%\r20%\r\n\e[1mend\n\r\n\nopen\r";
        var scan = new RawScan(new(rowsApart: 2, unitsApart: 1000));
        foreach (var part in Output)
        {
            scan.Read(Output[(int)scan.Position..(Output.IndexOf(part, (int)scan.Position) + 1)]);
        }

        scan.Read(Output[(int)scan.Position..]);

        Assert.Equal(["10%␍", "20%␍", "␛[1mend", "␍", "", "open␍"], RawRows.Render(Output, 0).Select(Text));
        Assert.Equal(Shown(RawRows.Render(Output, 0)), Shown(Joined(scan, Output)));
        Assert.Equal([0, 2, 4], scan.Marks.Select(mark => mark.Row));
    }

    [Fact]
    public void A_hostile_output_is_read_once()
    {
        var scan = new OutputScan(new());
        var text = string.Concat(Enumerable.Repeat("\e]\e[", 1_000_000)) + new string('\n', 100_000);

        scan.Read(text);

        Assert.Equal(text.Length, scan.Position);
    }

    // As the pages render them: from each mark to the next.
    private static List<TerminalRow> Joined(IOutputScan scan, string text)
    {
        var rows = new List<TerminalRow>();
        for (var i = 0; i < scan.Marks.Count; i++)
        {
            var mark = scan.Marks[i];
            Assert.Equal(mark.Row, rows.Count);
            var isLast = i + 1 == scan.Marks.Count;
            var piece = text[(int)mark.From..(isLast ? text.Length : (int)scan.Marks[i + 1].Start)];
            var part = scan.Render(piece, mark);
            // What follows the last line end is a row only if there is something.
            rows.AddRange(isLast && i > 0 && part is [{ Spans.Count: 0 }] && !piece.Contains('\n') ? [] : part);
        }

        return rows;
    }

    private static IEnumerable<string> Shown(IEnumerable<TerminalRow> rows) =>
        rows.Select(row => $"{row.Start} {string.Concat(row.Spans.Select(span => $"[{span.Classes}]{span.Text}"))}");

    private static string Text(TerminalRow row) => string.Concat(row.Spans.Select(span => span.Text));
}
