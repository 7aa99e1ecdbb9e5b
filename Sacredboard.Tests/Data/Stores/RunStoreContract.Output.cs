using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Sacredboard.Data.Runs;

namespace Sacredboard.Tests.Data.Stores;

public abstract partial class RunStoreContract
{
    [Fact]
    public Task The_output_is_the_stored_text() => AssertForEveryRunAsync(async expected =>
    {
        if (await Store.ReadOutputAsync(expected.Id, OutputRange.Since(0), Cancellation) is not { } output)
        {
            return ["has no output"];
        }

        var truth = expected["captured_out"];
        var stored = truth.TryGetProperty("utf16", out var length) && length.ValueKind == JsonValueKind.Number;
        return stored
            ?
            [
                .. Same("length", length.GetInt64(), output.Length),
                .. Same("from", 0, output.From),
                .. Same(
                    "sha256",
                    truth.GetProperty("sha256").GetString(),
                    Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(output.Text)))),
            ]
            : Same("length", 0, output.Length);
    });

    [Fact]
    public Task Parts_of_the_output_make_the_whole_and_split_no_character() => AssertForEveryRunAsync(async expected =>
    {
        var whole = await ReadOutputAsync(expected.Id, OutputRange.Since(0));
        var joined = new StringBuilder();
        var part = whole;
        // Short output in many parts, of long output some.
        var size = Math.Max(1, whole.Text.Length / 7);
        while (joined.Length < whole.Length)
        {
            part = await ReadOutputAsync(expected.Id, OutputRange.Since(joined.Length, size));
            Assert.Equal(joined.Length, part.From);
            Assert.NotEmpty(part.Text);
            Assert.False(char.IsLowSurrogate(part.Text[0]) || char.IsHighSurrogate(part.Text[^1]), "A character is split.");
            joined.Append(part.Text);
        }

        return Same("parts", whole.Text, joined.ToString());
    });

    [Fact]
    public Task The_end_of_the_output_is_read_by_its_length() => AssertForEveryRunAsync(async expected =>
    {
        var whole = await ReadOutputAsync(expected.Id, OutputRange.Since(0));
        var last = await ReadOutputAsync(expected.Id, OutputRange.Last(100));

        return
        [
            .. Same("length", whole.Length, last.Length),
            .. Same("place", whole.Length, last.From + last.Text.Length),
            .. Same("size", true, last.Text.Length is <= 100 && last.Text.Length >= Math.Min(99, whole.Length)),
            .. Same("text", whole.Text[(int)last.From..], last.Text),
        ];
    });

    [Fact]
    public async Task Behind_its_end_the_output_is_empty()
    {
        var output = await ReadOutputAsync(Runs[^1].Id, OutputRange.Since(1_000_000_000, 10));

        Assert.Equal("", output.Text);
        Assert.Equal(output.Length, output.From);
    }

    private async Task<RunOutput> ReadOutputAsync(RunId id, OutputRange range) =>
        await Store.ReadOutputAsync(id, range, Cancellation) ?? throw new InvalidOperationException($"No output of {id}.");
}
