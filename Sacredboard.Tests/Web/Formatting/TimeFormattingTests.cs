using Sacredboard.Web.Formatting;

namespace Sacredboard.Tests.Web.Formatting;

public sealed class TimeFormattingTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, "now")]
    [InlineData(0.9, "now")]
    [InlineData(1, "1 s ago")]
    [InlineData(59.9, "59 s ago")]
    [InlineData(60, "1 min ago")]
    [InlineData(3599, "59 min ago")]
    [InlineData(7200, "2 h ago")]
    [InlineData(86399, "23 h ago")]
    [InlineData(86400, "1 d ago")]
    [InlineData(59 * 86400, "59 d ago")]
    [InlineData(60 * 86400, "2 mo ago")]
    [InlineData(800 * 86400, "2 y ago")]
    [InlineData(-7200, "in 2 h")]
    public void An_age_is_the_largest_whole_unit(double seconds, string expected) =>
        Assert.Equal(expected, AgeText.Of(Now.UtcDateTime.AddSeconds(-seconds), Now));

    [Theory]
    [InlineData(0, "0.0 s")]
    [InlineData(0.07, "0.0 s")]
    [InlineData(9.99, "9.9 s")]
    [InlineData(42.7, "42 s")]
    [InlineData(723, "12 m 3 s")]
    [InlineData(3720, "1 h 02 m")]
    [InlineData(86399, "23 h 59 m")]
    [InlineData(100 * 3600, "4 d 4 h")]
    [InlineData(-3, "−3.0 s")]
    public void A_duration_is_its_two_largest_units(double seconds, string expected) =>
        Assert.Equal(expected, DurationText.Of(TimeSpan.FromSeconds(seconds)));

    [Fact]
    public void Times_say_that_they_are_UTC()
    {
        var at = new DateTime(2026, 1, 2, 3, 4, 5, 678, DateTimeKind.Utc);

        Assert.Equal("2026-01-02T03:04:05.678Z", TimeText.Iso(at));
        Assert.Equal("2026-01-02 03:04:05 UTC", TimeText.Exact(at));
    }
}
