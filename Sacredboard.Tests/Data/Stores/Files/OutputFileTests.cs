using System.Text;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores.Files;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Stores.Files;

public sealed class OutputFileTests : IDisposable
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;
    private static readonly RunId Id = RunId.Of("1");

    private readonly StorageFolder _folder = new();
    private readonly FileStorageRunStore _store;

    public OutputFileTests()
    {
        _folder.WriteOld("1", "run.json", "{}");
        _store = new FileStorageRunStore(_folder.Root, TimeProvider.System);
    }

    [Fact]
    public async Task Parts_of_a_file_of_many_blocks_are_found_by_utf16_units()
    {
        // Characters of one to four bytes, so that blocks end at every place within them.
        var whole = string.Concat(Enumerable.Range(0, 200_000).Select(i => (i % 4) switch { 0 => "a", 1 => "ä", 2 => "€", _ => "🚀" }));
        _folder.WriteOld("1", "cout.txt", whole);

        foreach (var from in new[] { 0, 1, 4, 5, 100_003, 131_071, 131_072, whole.Length - 3, whole.Length })
        {
            foreach (var max in new[] { 1, 2, 3, 7, 1000, 150_000 })
            {
                var part = await ReadAsync(OutputRange.Since(from, max));
                var start = from > 0 && from < whole.Length && char.IsLowSurrogate(whole[from]) ? from - 1 : from;
                Assert.Equal((start, whole.Length), (part.From, part.Length));
                Assert.Equal(whole.AsSpan(start, part.Text.Length), part.Text.AsSpan());
                Assert.InRange(part.Text.Length, Math.Min(max - 1, whole.Length - start), max + 1);
                Assert.True(part.Text.Length > 0 || start == whole.Length);
                Assert.False(part.Text.Length > 0 && (char.IsLowSurrogate(part.Text[0]) || char.IsHighSurrogate(part.Text[^1])));
            }
        }

        Assert.Equal(whole[^99..], (await ReadAsync(OutputRange.Last(99))).Text);
        Assert.Equal(whole, (await ReadAsync(OutputRange.Since(0))).Text);
    }

    [Fact]
    public async Task Bytes_that_are_not_utf8_become_replacement_characters_wherever_a_block_ends()
    {
        byte[] bytes = [.. Enumerable.Repeat((byte[])[0x80, 0xFF, 0xE2, 0x82, 0x41, 0xF0, 0x9F, 0x00], 100_000).SelectMany(bytes => bytes)];
        _folder.WriteOld("1", "cout.txt", "");
        await File.WriteAllBytesAsync(_folder.Of("1", "cout.txt"), bytes, Cancellation);
        var whole = Encoding.UTF8.GetString(bytes);

        var output = await ReadAsync(OutputRange.Since(0));

        Assert.Equal(whole.Length, output.Length);
        Assert.Equal(whole, output.Text);
        Assert.Equal(whole.Substring(300_000, 50), (await ReadAsync(OutputRange.Since(300_000, 50))).Text);
    }

    [Fact]
    public async Task Output_that_grows_is_followed_without_tearing_a_character()
    {
        var path = _folder.Of("1", "cout.txt");
        var rocket = "🚀"u8.ToArray();
        await File.WriteAllBytesAsync(path, [.. "one\n"u8, .. rocket[..2]], Cancellation);
        var first = await ReadAsync(OutputRange.Since(0));
        await using (var file = new FileStream(path, FileMode.Append))
        {
            await file.WriteAsync(rocket.AsMemory(2), Cancellation);
        }

        var next = await ReadAsync(OutputRange.Since(first.Length));

        Assert.Equal(("one\n", 4), (first.Text, first.Length));
        Assert.Equal(("🚀", 6), (next.Text, next.Length));
    }

    [Fact]
    public async Task Output_that_was_written_anew_and_is_shorter_is_read_anew()
    {
        _folder.WriteOld("1", "cout.txt", new string('€', 400_000));
        await ReadAsync(OutputRange.Since(0));
        _folder.WriteOld("1", "cout.txt", "short");

        var output = await ReadAsync(OutputRange.Since(1000));

        Assert.Equal(("", 5, 5), (output.Text, output.From, output.Length));
        Assert.Equal("short", (await ReadAsync(OutputRange.Last(100))).Text);
    }

    public void Dispose() => _folder.Dispose();

    private async Task<RunOutput> ReadAsync(OutputRange range) => (await _store.ReadOutputAsync(Id, range, Cancellation))!;
}
