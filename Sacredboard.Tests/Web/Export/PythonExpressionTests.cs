using Sacredboard.Data.Values;
using Sacredboard.Tests.Support;
using Sacredboard.Web.Export;

namespace Sacredboard.Tests.Web.Export;

public sealed class PythonExpressionTests
{
    [Theory]
    [InlineData("plain", "\"plain\"")]
    [InlineData("\"); import os #", "\"\\\"); import os #\"")]
    [InlineData("\\", "\"\\\\\"")]
    [InlineData("a\r\n\tb\0", "\"a\\r\\n\\tb\\u0000\"")]
    [InlineData("\u2028\u202e\u200b", "\"\\u2028\\u202e\\u200b\"")]
    [InlineData("größe 🚀", "\"größe 🚀\"")]
    public void A_text_cannot_leave_its_quotes(string text, string written) =>
        Assert.Equal(written, PythonExpression.Write(new SacredText(text)));

    [Theory]
    [InlineData(0.1, "0.1")]
    [InlineData(32.0, "32.0")]
    [InlineData(1e300, "1e300")]
    [InlineData(double.NaN, "float(\"nan\")")]
    [InlineData(double.NegativeInfinity, "float(\"-inf\")")]
    public void A_number_is_that_number_in_Python(double number, string written) =>
        Assert.Equal(written, PythonExpression.Write(new SacredDouble(number)));

    [Fact]
    public void A_date_says_that_it_is_UTC() => Assert.Equal(
        "datetime.datetime(2026, 1, 31, 12, 0, 5, 123456, tzinfo=datetime.timezone.utc)",
        PythonExpression.Write(new SacredDate(new DateTime(2026, 1, 31, 12, 0, 5, 123, 456, DateTimeKind.Utc))));

    [Fact]
    public void A_dictionary_with_several_keys_has_a_line_for_each() => Assert.Equal(
        "{\n    \"a\": [1, None, True],\n    \"b\": {\"c\": \"d\"},\n}",
        PythonExpression.WriteLines(TestRuns.Object(("a", new object?[] { 1, null, true }), ("b", TestRuns.Object(("c", "d"))))));
}
