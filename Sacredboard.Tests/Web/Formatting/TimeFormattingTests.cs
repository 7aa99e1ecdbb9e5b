using Sacredboard.Web.Formatting;

namespace Sacredboard.Tests.Web.Formatting;

public sealed class TimeFormattingTests
{
    /// <summary>Ages in seconds, on 2026-11-23 at noon.</summary>
    public static readonly TheoryData<double, string> Ages = new()
    {
        { 0, "now" },
        { 0.9, "now" },
        { 1, "1 s ago" },
        { 59.9, "59 s ago" },
        { 60, "1 min ago" },
        { 3599, "59 min ago" },
        { 7200, "2 h ago" },
        { 86399, "23 h ago" },
        { 86400, "1 d ago" },
        { (30 * 86400) - 1, "29 d ago" },
        { 30 * 86400, "2026-10-24" },
        { 3185 * 86400, "2018-03-05" },
        { -0.5, "now" },
        { -59.9, "now" },
        { -60, "in 1 min" },
        { -7200, "in 2 h" },
        { -400 * 86400, "2027-12-28" },
    };

    private static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [MemberData(nameof(Ages))]
    public void An_age_is_the_largest_whole_unit_and_a_date_when_that_is_long_ago(double seconds, string expected) =>
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
