using System.Numerics;
using Sacredboard.Data.Values;
using Sacredboard.Tests.Support;
using Sacredboard.Web.Export;

namespace Sacredboard.Tests.Web.Export;

public sealed class CsvTextTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("=cmd|'/c calc'!A0", "'=cmd|'/c calc'!A0")]
    [InlineData("+44 20 7946 0000", "'+44 20 7946 0000")]
    [InlineData("-2+3+cmd|' /C calc'!D2", "'-2+3+cmd|' /C calc'!D2")]
    [InlineData("@SUM(1+1)", "'@SUM(1+1)")]
    [InlineData("\t=1+1", "'\t=1+1")]
    [InlineData("\r=1+1", "'\r=1+1")]
    [InlineData("\n=1+1", "'\n=1+1")]
    [InlineData("＝1+1", "'＝1+1")]
    [InlineData("-", "'-")]
    [InlineData("-Infinity", "'-Infinity")]
    [InlineData("  =1+1", "'  =1+1")]
    [InlineData("\u200B=1+1", "'\u200B=1+1")]
    [InlineData("x;=1+1;-1;y; @SUM(1)", "x;'=1+1;-1;y;' @SUM(1)")]
    [InlineData("\v\f=1+1", "'\v\f=1+1")]
    [InlineData("x\t=1+1", "x\t'=1+1")]
    [InlineData("x\r\n=1+1", "x\r\n'=1+1")]
    public void Text_that_a_spreadsheet_would_run_is_made_harmless(string text, string cell) =>
        Assert.Equal(cell, CsvText.Of(new SacredText(text)));

    [Theory]
    [InlineData("")]
    [InlineData("digits")]
    [InlineData("a=1")]
    [InlineData("-5")]
    [InlineData("+1.5e-3")]
    [InlineData("'quoted'")]
    [InlineData("two\nlines")]
    [InlineData("a;b = 1; -2")]
    [InlineData("x,=1")]
    public void Other_text_stays_as_it_is(string text) => Assert.Equal(text, CsvText.Of(new SacredText(text)));

    [Theory]
    [InlineData(-0.5, "-0.5")]
    [InlineData(-3.0, "-3.0")]
    [InlineData(0.1 + 0.2, "0.30000000000000004")]
    [InlineData(1e-300, "1e-300")]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.PositiveInfinity, "Infinity")]
    [InlineData(double.NegativeInfinity, "-Infinity")]
    public void Numbers_are_whole_and_stay_numbers(double number, string cell) => Assert.Equal(cell, CsvText.Of(new SacredDouble(number)));

    [Fact]
    public void Every_kind_of_value_has_its_text()
    {
        Assert.Equal("", CsvText.Of(null));
        Assert.Equal("", CsvText.Of(SacredNull.Value));
        Assert.Equal("true", CsvText.Of(SacredBoolean.True));
        Assert.Equal("-1180591620717411303424", CsvText.Of(new SacredInteger(-BigInteger.Pow(2, 70))));
        Assert.Equal(
            "2026-01-31T12:00:00.123456Z",
            CsvText.Of(new SacredDate(new DateTime(2026, 1, 31, 12, 0, 0, 123, 456, DateTimeKind.Utc))));
        Assert.Equal("""[1,"a",null]""", CsvText.Of(TestRuns.Value(new object?[] { 1, "a", null })));
        Assert.Equal("""{"lr":0.1,"bad":"NaN"}""", CsvText.Of(TestRuns.Object(("lr", 0.1), ("bad", double.NaN))));
        Assert.Equal("[1]", CsvText.Of(new SacredTyped("tuple", TestRuns.Value(new object?[] { 1 }), SacredObject.Empty)));
    }
}
