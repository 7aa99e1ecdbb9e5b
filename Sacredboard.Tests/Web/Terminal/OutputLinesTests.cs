using Sacredboard.Data.Runs;
using Sacredboard.Data.Sources.Joining;
using Sacredboard.Data.Stores;
using Sacredboard.Data.Stores.Files;
using Sacredboard.Tests.Support;
using Sacredboard.Web.Terminal;

namespace Sacredboard.Tests.Web.Terminal;

/// <summary>Reading any rows of an output that grows, as pages do.</summary>
public sealed class OutputLinesTests : IAsyncDisposable
{
    private readonly StorageFolder _folder = new();
    private readonly FileStorageRunStore _store;
    private readonly OutputLines _lines;

    public OutputLinesTests()
    {
        _folder.WriteOld("1", "run.json", """{"status": "RUNNING"}""");
        _store = new(_folder.Root, TimeProvider.System);
        _lines = new(new RunReader(_store, null, new NoLogs(), new StoreContext(TimeProvider.System, 0), _ => null), RunId.Of("1"), overlap: 16);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Rows_stay_right_while_the_output_grows()
    {
        var text = "";
        for (var part = 0; part < 4; part++)
        {
            text += string.Concat(Enumerable.Range(0, 150).Select(i => $"{part} line {i} 🚀\n10%\r\e[32m20%\n")) + "open";
            _folder.Write("1", "cout.txt", text);
            var whole = TerminalScreen.Render(text);

            var page = (await _lines.ReadPageAsync(false, null, null, Cancellation))!;
            var middle = (await _lines.ReadAsync(false, 95, 170, Cancellation))!;

            Assert.Equal((whole.Count, text.Length), (page.Total, page.Length));
            Assert.Equal(Shown(whole.Skip(page.First)), Shown(page.Rows));
            Assert.Equal(Shown(whole.Skip(95).Take(170)), Shown(middle.Rows));
        }
    }

    [Fact]
    public async Task A_place_of_the_text_leads_to_its_row()
    {
        var text = string.Concat(Enumerable.Range(0, 5000).Select(i => $"10%\r20%\nline {i} of many\n"));
        _folder.Write("1", "cout.txt", text);

        Assert.Equal(1, (await _lines.FindAsync("LINE 4321 of", 1, Cancellation))!.Count);
        var page = (await _lines.ReadPageAsync(false, null, text.IndexOf("line 4321", StringComparison.Ordinal), Cancellation))!;

        Assert.Equal("line 4321 of many", Text(page.Rows[page.Found!.Value - page.First]));
        Assert.Equal((8643, 0), (page.Found, page.First % OutputLines.Block));
    }

    [Fact]
    public async Task A_long_row_that_is_not_ended_does_not_take_long()
    {
        var bar = string.Concat(Enumerable.Range(0, 100_000).Select(i => $"\r{i,6} of 100000"));
        _folder.Write("1", "cout.txt", "start\n" + bar);

        var page = (await _lines.ReadPageAsync(false, null, null, Cancellation))!;
        var raw = (await _lines.ReadPageAsync(true, null, null, Cancellation))!;

        Assert.Equal(["start", " 99999 of 100000"], page.Rows.Select(Text));
        Assert.Equal(" 99999 of 100000", Text(raw.Rows[^1]));
        Assert.Equal(100_002, raw.Total);
    }

    [Fact]
    public async Task A_long_row_is_cut_and_says_so()
    {
        _folder.Write("1", "cout.txt", new string('x', 1_000_000) + "\nend\n" + new string('y', 20_000));

        var page = (await _lines.ReadPageAsync(false, null, null, Cancellation))!;

        Assert.Equal(3, page.Total);
        Assert.Equal([(10_000, 990_000), (3, 0), (10_000, 10_000)], page.Rows.Select(row => (Text(row).Length, row.Hidden)));
        await using var html = new StringWriter();
        new TerminalHtml([page.Rows[2]]).WriteTo(html, System.Text.Encodings.Web.HtmlEncoder.Default);
        Assert.EndsWith("y<span class=\"t-ctl\"> … 10,000 more characters</span>\n</span>", html.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_output_that_begins_anew_has_another_version()
    {
        _folder.Write("1", "cout.txt", "first\nof some length\n");
        var first = (await _lines.ReadPageAsync(false, null, null, Cancellation))!;

        _folder.Write("1", "cout.txt", "second\nof some more length\n");
        var second = (await _lines.ReadPageAsync(false, null, null, Cancellation))!;

        Assert.NotEqual(first.Version, second.Version);
        Assert.Equal(["second", "of some more length"], second.Rows.Select(Text));
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        _folder.Dispose();
    }

    private static IEnumerable<string> Shown(IEnumerable<TerminalRow> rows) =>
        rows.Select(row => $"{row.Start} {string.Concat(row.Spans.Select(span => $"[{span.Classes}]{span.Text}"))}");

    private static string Text(TerminalRow row) => string.Concat(row.Spans.Select(span => span.Text));
}
