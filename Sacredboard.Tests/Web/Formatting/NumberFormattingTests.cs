using System.Numerics;
using Sacredboard.Web.Formatting;

namespace Sacredboard.Tests.Web.Formatting;

public sealed class NumberFormattingTests
{
    [Theory]
    [InlineData(0.0, "0")]
    [InlineData(0.1, "0.1")]
    [InlineData(0.123456789, "0.123457")]
    [InlineData(32.0, "32")]
    [InlineData(123456.7, "123457")]
    [InlineData(1234567.0, "1.23457e6")]
    [InlineData(0.00001, "1e-5")]
    [InlineData(1e-300, "1e-300")]
    [InlineData(-0.5, "-0.5")]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.PositiveInfinity, "∞")]
    [InlineData(double.NegativeInfinity, "−∞")]
    public void A_cell_has_at_most_six_digits(double value, string expected) => Assert.Equal(expected, NumberText.Short(value));

    [Theory]
    [InlineData(0.123456789, "0.123456789")]
    [InlineData(0.1 + 0.2, "0.30000000000000004")]
    [InlineData(32.0, "32.0")]
    [InlineData(1e-7, "1e-7")]
    [InlineData(1.5e300, "1.5e300")]
    public void In_full_a_number_reads_back_as_itself(double value, string expected) => Assert.Equal(expected, NumberText.Full(value));

    [Theory]
    [InlineData("974835812", "974835812")]
    [InlineData("-123456789012", "-123456789012")]
    [InlineData("1180591620717411303424", "1.18059e21")]
    public void A_whole_number_keeps_its_digits_as_long_as_it_can(string value, string expected) =>
        Assert.Equal(expected, NumberText.Short(BigInteger.Parse(value)));

    [Theory]
    [InlineData(0, "0 B")]
    [InlineData(999, "999 B")]
    [InlineData(1000, "1 kB")]
    [InlineData(1536, "1.5 kB")]
    [InlineData(99_960, "100 kB")]
    [InlineData(999_960, "1 MB")]
    [InlineData(16_000_000, "16 MB")]
    [InlineData(long.MaxValue, "9.2 EB")]
    public void A_size_has_two_or_three_digits(long bytes, string expected) => Assert.Equal(expected, ByteText.Of(bytes));

    [Fact]
    public void Counts_have_commas() => Assert.Equal("10,002", NumberText.Count(10002));
}
