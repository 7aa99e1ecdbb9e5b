using System.Text;
using FsCheck.Xunit;
using Sacredboard.Data.Runs;

namespace Sacredboard.Tests.Data.Runs;

public sealed class Utf8OutputTests
{
    [Theory]
    [InlineData(0, 3, "abc", 0)]
    [InlineData(3, 1, "\U0001F680", 3)]
    [InlineData(4, 1, "\U0001F680", 3)]
    [InlineData(3, 3, "\U0001F680d", 3)]
    [InlineData(2, 2, "c", 2)]
    [InlineData(6, 10, "", 6)]
    [InlineData(99, 10, "", 6)]
    public void A_part_never_splits_a_pair_and_always_goes_on(long from, int max, string expected, long begins)
    {
        var output = Utf8Output.Slice("abc\U0001F680d"u8, OutputRange.Since(from, max));

        Assert.Equal(new RunOutput(expected, begins, 6), output);
    }

    [Theory]
    [InlineData(1, "d", 5)]
    [InlineData(2, "d", 5)]
    [InlineData(3, "\U0001F680d", 3)]
    [InlineData(100, "abc\U0001F680d", 0)]
    [InlineData(0, "", 6)]
    public void The_end_is_at_most_as_long_as_asked_for(int max, string expected, long begins)
    {
        var output = Utf8Output.Slice("abc\U0001F680d"u8, OutputRange.Last(max));

        Assert.Equal(new RunOutput(expected, begins, 6), output);
    }

    [Property]
    public void Bytes_of_any_kind_are_read_as_if_decoded_whole(byte[] bytes, ushort from, ushort max)
    {
        // Long enough for several blocks.
        var repeated = Enumerable.Repeat(bytes, 3000).SelectMany(b => b).ToArray();
        var whole = Encoding.UTF8.GetString(repeated);

        var output = Utf8Output.Slice(repeated, OutputRange.Since(from, max));

        Assert.Equal(whole.Length, output.Length);
        Assert.Equal(whole.Substring((int)output.From, output.Text.Length), output.Text);
    }
}
