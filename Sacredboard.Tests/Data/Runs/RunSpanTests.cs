using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries;
using Sacredboard.Data.Runs;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Runs;

/// <summary>Durations, and what is no duration because a clock was wrong.</summary>
public sealed class RunSpanTests
{
    private static readonly DateTime Now = TestRuns.Epoch.AddDays(1);

    [Theory]
    [InlineData(-100.0, null, null, true, 100.0)]
    [InlineData(0.2, null, null, true, 0.0)]
    [InlineData(59.0, null, null, true, 0.0)]
    [InlineData(61.0, null, null, true, null)]
    [InlineData(-100.0, -40.0, null, false, 60.0)]
    [InlineData(-100.0, -40.0, -50.0, true, 60.0)]
    [InlineData(-100.0, null, -50.0, false, 50.0)]
    [InlineData(-100.0, -100.5, null, false, 0.0)]
    [InlineData(-100.0, -102.0, null, false, null)]
    [InlineData(-100.0, null, -365 * 86400.0, false, null)]
    [InlineData(-56 * 365 * 86400.0, -100.0, null, false, null)]
    [InlineData(-56 * 365 * 86400.0, null, null, true, null)]
    [InlineData(-400 * 86400.0, 0.0, null, false, 400 * 86400.0)]
    public void Its_length_is_known_where_no_clock_was_wrong(
        double started,
        double? stopped,
        double? beat,
        bool goesOn,
        double? expected)
    {
        var span = RunSpan.Of(At(started), At(stopped), At(beat), goesOn, new(Now));

        Assert.Equal(expected, span!.Value.Length?.TotalSeconds);
    }

    [Fact]
    public void Without_a_start_or_an_end_there_is_none()
    {
        Assert.Null(RunSpan.Of(null, Now, Now, isGoingOn: true, new(Now)));
        Assert.Null(RunSpan.Of(Now, null, null, isGoingOn: false, new(Now)));
    }

    [Theory]
    [InlineData("", "duration", "1 6 5 3 2 4")]
    [InlineData("", "-duration", "6 1 5 3 2 4")]
    [InlineData("missing(duration)", "", "")]
    [InlineData("duration < 0 or duration > 2000d", "", "5 3 2 4")]
    [InlineData("duration > 10 and duration < 2000d", "", "6 1")]
    public async Task A_wrong_clock_gives_no_duration_to_sort_or_sum_up_and_is_found_by_what_it_recorded(string text, string sort, string ids)
    {
        var snapshot = await TestCatalog.SnapshotOfAsync(
            TestRuns.Run(1),
            TestRuns.Run(2) with { Stopped = TestRuns.Epoch.AddYears(-1) },
            TestRuns.Run(3) with { Stopped = null, Status = RunStatus.Interrupted, Heartbeat = TestRuns.Epoch.AddYears(-1) },
            TestRuns.Run(4) with { Started = DateTime.UnixEpoch },
            TestRuns.Run(5) with { Started = Now.AddHours(2), Stopped = null, Status = RunStatus.Running },
            TestRuns.Run(6) with { Started = Now.AddMinutes(-1), Stopped = null, Status = RunStatus.Running });
        var order = FieldList.TryParseSort(sort, out var levels, out _) ? levels : [];

        Assert.Equal(
            ids,
            string.Join(' ', snapshot.Queries().Find(new() { Text = text, Sort = order }).Runs.Select(run => run.Id)));
        var total = snapshot.Queries().Totals(new(), [OwnFields.Duration.Field])[0];
        Assert.Equal((2, 4), (total.Count, total.Missing));
        Assert.True(total is { Min: 30, Max: >= 60 and < 61 });
    }

    private static DateTime? At(double? seconds) => seconds is { } after ? Now.AddSeconds(after) : null;
}
