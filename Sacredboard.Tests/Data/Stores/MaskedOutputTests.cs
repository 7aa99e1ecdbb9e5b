using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores;

namespace Sacredboard.Tests.Data.Stores;

public sealed class MaskedOutputTests
{
    private const string Secret = "hunter2hunter2";

    private static readonly string Output = new string('x', 3000) + $"\nconnect ftp://me:{Secret}@host/ 🙂 " + new string('y', 3000);

    public static TheoryData<int> Starts => [.. Enumerable.Range(Output.IndexOf("connect", StringComparison.Ordinal), 60)];

    [Theory]
    [MemberData(nameof(Starts))]
    public void A_secret_that_begins_before_the_part_is_masked_in_it(int from)
    {
        foreach (var range in new[] { OutputRange.Since(from), OutputRange.Since(from, 50), OutputRange.Last(Output.Length - from) })
        {
            var part = MaskedOutput.Of(Slice(MaskedOutput.Widen(range)), range);

            var whole = Output.Replace(Secret, new string('*', Secret.Length), StringComparison.Ordinal);
            Assert.InRange(part.From, from, from + 1);
            Assert.Equal(Output.Length, part.Length);
            Assert.StartsWith(part.Text, whole[(int)part.From..], StringComparison.Ordinal);
            Assert.InRange(part.Text.Length, 49, Output.Length - from);
        }
    }

    [Fact]
    public void All_of_it_without_a_secret_is_given_as_it_is()
    {
        var output = new RunOutput("nothing here", 0, 12);

        Assert.Same(output, MaskedOutput.Of(output, OutputRange.Since(0)));
    }

    // As a store reads a range.
    private static RunOutput Slice(OutputRange range)
    {
        var from = range.FromEnd ? Math.Max(0, Output.Length - range.Max!.Value) : (int)range.From;
        return new(Output.Substring(from, Math.Min(range.Max ?? int.MaxValue, Output.Length - from)), from, Output.Length);
    }
}
