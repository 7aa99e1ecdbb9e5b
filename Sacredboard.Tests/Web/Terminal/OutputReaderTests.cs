using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores;
using Sacredboard.Data.Stores.Files;
using Sacredboard.Tests.Support;
using Sacredboard.Web.Terminal;

namespace Sacredboard.Tests.Web.Terminal;

public sealed class OutputReaderTests : IDisposable
{
    private static readonly RunId Id = RunId.Of("1");

    private readonly StorageFolder _folder = new();

    [Theory]
    [InlineData(1, "word ", "\n", "\r", "\r\n", "\b", "\t", "🚀", "\0", "\e[K", "a line\n", "10%\r20%")]
    [InlineData(2, "bar 0: 1\nbar 1: 1", "\e[A", "\r", "\n", "\e[B", "\r\e[2K", "x")]
    public async Task An_output_that_was_followed_reads_as_one_that_was_opened_at_its_end(int seed, params string[] tokens)
    {
        var random = new Random(seed);
        for (var round = 0; round < 40; round++)
        {
            var parts = Enumerable.Range(0, 12)
                .Select(_ => string.Concat(Enumerable.Range(0, random.Next(6)).Select(_ => tokens[random.Next(tokens.Length)])))
                .ToList();
            var (text, resume, open) = ("", 0L, 0);
            var shown = new List<string>();
            foreach (var part in parts)
            {
                text += part;
                var view = await ReadOnAsync(text, resume);
                shown = [.. shown.SkipLast(open), .. view.Rows.Select(Text)];
                (resume, open) = (view.Resume, view.Open);
            }

            Assert.Equal(TerminalScreen.Render(text).Select(Text), shown);
        }
    }

    public void Dispose() => _folder.Dispose();

    private async Task<OutputWindow> ReadOnAsync(string output, long resume)
    {
        _folder.WriteOld("1", "run.json", """{"status": "RUNNING"}""");
        _folder.Write("1", "cout.txt", output);
        await using var store = new FileStorageRunStore(_folder.Root, TimeProvider.System);
        var runs = new RunReader(store, null, new StoreContext(TimeProvider.System, 0), _ => null);
        return (await OutputReader.ReadOnAsync(runs, Id, resume, isRaw: false, TestContext.Current.CancellationToken))!;
    }

    private static string Text(TerminalRow row) => string.Concat(row.Spans.Select(span => span.Text)).TrimEnd(' ');
}
