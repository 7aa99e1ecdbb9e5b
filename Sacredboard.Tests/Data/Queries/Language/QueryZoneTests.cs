using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries;
using Sacredboard.Data.Queries.Answering;
using Sacredboard.Data.Queries.Language;
using Sacredboard.Data.Values;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Queries.Language;

/// <summary>What the days of a query mean in zones that are not UTC.</summary>
public sealed class QueryZoneTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    [Theory]
    [InlineData("started >= 2026-11-21", "1 2")]
    [InlineData("started < 2026-11-21", "0")]
    [InlineData("started >= 2026-11-21 and started < 2026-11-22", "1 2")]
    [InlineData("started >= 2026-11-21T00:15", "1 2")]
    [InlineData("started >= 2026-11-21T00:45", "2")]
    [InlineData("started >= 2026-11-21T00:00Z", "2")]
    [InlineData("started >= \"2026-11-21 00:00+02:00\"", "0 1 2")]
    public async Task A_day_is_one_of_the_zone_unless_it_names_its_own(string query, string found)
    {
        // In Berlin: 23:30 on the 20th, 00:30 and 12:00 on the 21st.
        DateTime[] starts = [new(2026, 11, 20, 22, 30, 0), new(2026, 11, 20, 23, 30, 0), new(2026, 11, 21, 11, 0, 0)];
        var snapshot = await TestCatalog.SnapshotOfAsync(
            [.. starts.Select((start, id) => TestRuns.Run(id) with { Started = DateTime.SpecifyKind(start, DateTimeKind.Utc) })]);
        var asked = new RunQuery { Text = query, Zone = Berlin, Sort = [new(OwnFields.Id.Field, Descending: false)] };

        Assert.Equal(found, string.Join(' ', snapshot.Queries().Find(asked).Runs.Select(run => run.Id)));
    }

    [Fact]
    public async Task Each_zone_has_its_own_answer_from_one_snapshot()
    {
        var snapshot = await TestCatalog.SnapshotOfAsync(
            TestRuns.Run(1) with { Started = new(2026, 11, 20, 23, 30, 0, DateTimeKind.Utc) });
        var asked = new RunQuery { Text = "started >= 2026-11-21" };

        Assert.Equal(
            [0, 1, 0],
            new[] { TimeZoneInfo.Utc, Berlin, TimeZoneInfo.Utc }.Select(zone => snapshot.Queries().Find(asked with { Zone = zone }).Matched));
    }

    [Theory]
    [InlineData("today", "2026-07-21T22:00")]
    [InlineData("yesterday", "2026-07-20T22:00")]
    [InlineData("2026-03-29", "2026-03-28T23:00")]
    [InlineData("2026-03-30", "2026-03-29T22:00")]
    [InlineData("2026-10-26", "2026-10-25T23:00")]
    [InlineData("0001-01-01", "0001-01-01T00:00")]
    [InlineData("-1d", "2026-07-20T23:30")]
    public void Days_begin_at_midnight_there_in_summer_and_winter(string word, string moment)
    {
        var now = new DateTimeOffset(2026, 7, 21, 23, 30, 0, TimeSpan.Zero);
        var tree = QueryText.Parse($"started > {word}", Berlin).Tree!;

        Assert.Equal(DateTime.Parse(moment, null), tree.Conditions.Single().Values[0].Moment(now));
        Assert.Equal(word != "-1d", tree.DependsOnZone);
    }

    [Fact]
    public void The_day_of_a_value_is_the_one_that_is_shown()
    {
        var late = new SacredDate(new DateTime(2026, 11, 20, 23, 30, 0, DateTimeKind.Utc));

        var filter = ValueFilters.Of(OwnFields.All.Single(field => field.Name == "started").Field, late, Berlin)[0];

        Assert.Equal("started >= 2026-11-21 and started < 2026-11-22", filter.Term.ToString());
    }
}
