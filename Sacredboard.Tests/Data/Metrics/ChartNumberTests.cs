using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Sacredboard.Data.Metrics;

namespace Sacredboard.Tests.Data.Metrics;

public sealed class ChartNumberTests
{
    [Theory]
    [InlineData(0.123456789, 1.0, "0.12346")]
    [InlineData(0.000123456789, 2.5, "0.00012346")]
    [InlineData(-123456.789, 1e5, "-123460")]
    [InlineData(1234567.891234, 0.01, "1234567.891234")]
    [InlineData(1234567.891234, 10.0, "1234567.891")]
    [InlineData(1.23456789e-300, 1e-300, "1.2346E-300")]
    [InlineData(9.87654321e300, 1e300, "9.8765E+300")]
    [InlineData(0.0, 1.0, "0")]
    [InlineData(3.0, 0.0, "3")]
    public void A_number_keeps_the_digits_that_can_be_seen(double value, double range, string expected)
    {
        var rounded = ChartNumber.Round(value, ChartNumber.Exponent(range));
        Assert.Equal(expected, rounded.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Property(MaxTest = 1000)]
    public Property It_is_off_by_less_than_a_pixel_of_any_screen(NormalFloat value, NormalFloat range)
    {
        var size = Math.Abs(range.Get);
        var off = Math.Abs(ChartNumber.Round(value.Get, ChartNumber.Exponent(size)) - value.Get);
        return (off <= Math.Abs(value.Get) * 5.1e-5 && (size == 0 || off <= size * 5.1e-5)).ToProperty();
    }
}
