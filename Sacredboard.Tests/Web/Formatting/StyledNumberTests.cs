using System.Globalization;
using System.Numerics;
using Sacredboard.Data.Queries.Columns;
using Sacredboard.Web.Formatting;

namespace Sacredboard.Tests.Web.Formatting;

public sealed class StyledNumberTests
{
    [Theory]
    [InlineData(0.123456, "g3", "0.123")]
    [InlineData(123456, "g3", "1.23e5")]
    [InlineData(0, "g1", "0")]
    [InlineData(0.126, "f2", "0.13")]
    [InlineData(-0.001, "f2", "0.00")]
    [InlineData(2, "f0", "2")]
    [InlineData(1e200, "f2", "1.00e200")]
    [InlineData(0.00012345, "e2", "1.23e-4")]
    [InlineData(1.5, "e0", "2e0")]
    [InlineData(0.145, "p1", "14.5%")]
    [InlineData(1, "p0", "100%")]
    [InlineData(-1e-9, "p2", "0.00%")]
    [InlineData(1e300, "p1", "1.0e300")]
    [InlineData(double.NaN, "p1", "NaN")]
    [InlineData(double.NegativeInfinity, "f2", "−∞")]
    public void A_number_is_written_in_the_chosen_format(double number, string style, string expected) =>
        Assert.Equal(expected, StyledNumber.Format(number, NumberStyle.Parse(style)!));

    [Theory]
    [InlineData("9007199254740993", "g15", "9.00719925474099e15")]
    [InlineData("900719925474099", "f0", "900719925474099")]
    [InlineData("42", "f2", "42.00")]
    [InlineData("42", "e1", "4.2e1")]
    [InlineData("3", "p0", "300%")]
    public void A_whole_number_too(string number, string style, string expected) =>
        Assert.Equal(expected, StyledNumber.Format(BigInteger.Parse(number, CultureInfo.InvariantCulture), NumberStyle.Parse(style)!));

    [Fact]
    public void A_number_that_no_double_can_hold_is_written_all_the_same() =>
        Assert.Equal("1e400", StyledNumber.Format(BigInteger.Pow(10, 400), NumberStyle.Parse("f2")!));
}
