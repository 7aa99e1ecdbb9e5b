using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Sacredboard.Data.Metrics.Drawing;

namespace Sacredboard.Tests.Data.Metrics.Drawing;

public sealed class WireNumberTests
{
    [Theory]
    [InlineData(0.123456789, 0, 1, "0.123457")]
    [InlineData(0.000123456789, 0, 2.5, "0.000123457")]
    [InlineData(-123456.789, -1e6, 1e6, "-123457")]
    [InlineData(1234567.891234, 1234567.89, 1234567.9, "1234567.891234")]
    [InlineData(1234567.891234, 1234560, 1234570, "1234567.9")]
    [InlineData(1.23456789e-300, 0, 1e-299, "1.23457E-300")]
    [InlineData(9.87654321e300, 0, 1e301, "9.87654E+300")]
    [InlineData(1e308, -1.7e308, 1.7e308, "1E+308")]
    [InlineData(0.0, 0, 1, "0")]
    [InlineData(0.99999999, 0, 300, "0.99999999")]
    public void A_number_keeps_the_digits_that_a_chart_prints_and_those_that_keep_it_in_its_row(
        double value, double low, double high, string expected)
    {
        var rounded = WireNumber.Round(value, new ValueAxis(low, high, AxisScale.Linear), 300);
        Assert.Equal(expected, rounded.ToString(CultureInfo.InvariantCulture));
    }

    [Property(MaxTest = 2000)]
    public Property A_number_stays_in_its_row_and_keeps_six_digits(NormalFloat value, NormalFloat a, NormalFloat b, PositiveInt rows)
    {
        var (low, high) = (Math.Min(a.Get, b.Get), Math.Max(a.Get, b.Get));
        return (low == high || Stays(value.Get, new(low, high, AxisScale.Linear), rows.Get)).ToProperty();
    }

    [Property(MaxTest = 2000)]
    public Property A_number_among_close_ones_stays_in_its_row(int seed, bool isLog)
    {
        var random = new Random(seed);
        var low = Math.Exp(random.Next(-300, 300)) * (1 + random.NextDouble());
        var high = low * (1 + Math.Exp(-random.Next(0, 25)));
        var axis = new ValueAxis(low, high, isLog ? AxisScale.Log : AxisScale.Linear);
        return (low == high || Stays(low + ((high - low) * random.NextDouble()), axis, random.Next(1, 3000))).ToProperty();
    }

    private static bool Stays(double value, ValueAxis axis, int rows)
    {
        var rounded = WireNumber.Round(value, axis, rows);
        var (exact, row) = (axis.Row(value, rows), axis.Row(rounded, rows));
        return Math.Floor(exact) == Math.Floor(row) && Math.Ceiling(exact) == Math.Ceiling(row)
            && Math.Abs(rounded - value) <= Math.Abs(value) * 5.1e-6;
    }
}
