using System.Text.Json;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores;
using Sacredboard.Data.Values;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Stores;

/// <summary>What every store must do, its metrics included.</summary>
public abstract partial class RunStoreContract : RunMetricsContract
{
    [Fact]
    public async Task Every_run_is_read_once_and_the_newest_first()
    {
        var ids = (await ReadAllAsync()).Select(run => run.Id);

        Assert.Equal(Runs.Reverse().Select(run => run.Id), ids);
    }

    [Fact]
    public async Task A_limit_leaves_the_newest_runs()
    {
        var ids = (await ReadAllAsync(new RunLimits(MaxRuns: 5))).Select(run => run.Id);

        Assert.Equal(Runs.Reverse().Take(5).Select(run => run.Id), ids);
    }

    [Fact]
    public async Task A_limit_by_time_leaves_newer_runs_and_those_not_started()
    {
        var since = (await ReadAllAsync()).Where(run => run.Started is not null).Max(run => run.Started)!.Value.AddMilliseconds(-1);

        var left = await ReadAllAsync(new RunLimits(Since: since));

        Assert.Contains(left, run => run.Started > since);
        Assert.DoesNotContain(left, run => run.Started < since);
        Assert.Equal(Runs.Count(run => RunStatus.IsWaiting(run.Text("status"))), left.Count(run => RunStatus.IsWaiting(run.Status)));
    }

    [Fact]
    public async Task How_much_is_stored_of_a_run_is_known_before_it_is_decoded()
    {
        var all = 0L;
        foreach (var run in Runs)
        {
            all += await Store.MeasureAsync(run.Id, Cancellation);
        }

        Assert.InRange(all, 100, 100_000_000);
        foreach (var id in new[] { RunId.Of("no such run"), RunId.Of(987654) })
        {
            Assert.Equal(0, await Store.MeasureAsync(id, Cancellation));
        }
    }

    [Fact]
    public async Task Summaries_hold_what_is_stored()
    {
        var all = (await ReadAllAsync()).ToDictionary(run => run.Id);

        await AssertForEveryRunAsync(run => Task.FromResult(SummaryDifferences(run, all[run.Id])));
    }

    [Fact]
    public async Task Summaries_read_by_id_are_the_same_and_unknown_ids_are_left_out()
    {
        var all = (await ReadAllAsync()).ToDictionary(run => run.Id);
        var some = await Store.ReadSummariesAsync([.. UnknownIds, .. all.Keys], Cancellation);

        Assert.Equal(all.Count, some.Count);
        Assert.All(some, run => Assert.Equal(SummaryKey(all[run.Id]), SummaryKey(run)));
    }

    [Fact]
    public Task A_run_holds_what_is_stored() => AssertForEveryRunAsync(async expected =>
    {
        if (await Store.FindAsync(expected.Id, Cancellation) is not { } run)
        {
            return ["is not found"];
        }

        return
        [
            .. SummaryDifferences(expected, run.Summary),
            .. ExpectedValue.Differences(expected["config"], run.Config, "config"),
            .. ExpectedValue.Differences(expected["result"], run.Result, "result"),
            .. InfoDifferences(expected, run),
            .. Same("fail_trace", FailTraceText(expected), run.FailTrace),
            .. expected["omniboard"] is { ValueKind: JsonValueKind.Object } tags
                ? ExpectedValue.Differences(tags, run.Others["omniboard"], "omniboard")
                : [],
        ];
    });

    [Theory]
    [InlineData(RunTrees.None)]
    [InlineData(RunTrees.Config)]
    [InlineData(RunTrees.Info)]
    [InlineData(RunTrees.Host)]
    [InlineData(RunTrees.Others)]
    public Task Trees_that_are_not_asked_for_have_no_more_than_the_named_members(RunTrees trees) => AssertForEveryRunAsync(async expected =>
    {
        const string Named = "seed";
        var whole = (await Store.FindAsync(expected.Id, Cancellation))!;
        var run = (await Store.FindAsync(expected.Id, new(trees, Named), Cancellation))!;
        return
        [
            .. OfTree("config", RunTrees.Config, whole.Config, run.Config),
            .. OfTree("info", RunTrees.Info, whole.Info, run.Info),
            .. OfTree("host", RunTrees.Host, whole.Host, run.Host),
            .. trees.HasFlag(RunTrees.Others) ? Same("others", Text(whole.Others), Text(run.Others)) : [],
            .. Same("result", Text(whole.Result), Text(run.Result)),
            .. Same("meta", Text(whole.Meta), Text(run.Meta)),
            .. Same("experiment", Text(whole.Experiment), Text(run.Experiment)),
            .. Same("problems", string.Join('\n', whole.Problems), string.Join('\n', run.Problems)),
            .. Same("summary", Plain(whole.Summary), Plain(run.Summary)),
        ];

        IEnumerable<string> OfTree(string name, RunTrees tree, SacredValue? all, SacredValue? read) => trees.HasFlag(tree)
            ? Same(name, Text(all), Text(read))
            : [.. Same($"{name}.{Named}", Text((all as SacredObject)?[Named]), Text((read as SacredObject)?[Named])), .. More(name, read)];

        // What a summary needs, and of runs that are nothing but logs all of the few names.
        IEnumerable<string> More(string name, SacredValue? read) => Store.Info.Kind == "tensorboard" ? []
            : (read as SacredObject)?.Members.Where(member => member.Key is not (Named or "tags" or "hostname"))
                .Select(member => $"{name} has {member.Key}") ?? [];

        static string? Text(SacredValue? value) => value is null ? null : SacredJson.ToText(value);

        static string Plain(RunSummary run) => string.Join('|', run.Id, run.Experiment, run.Command, run.Status, run.Started, run.Stopped,
            run.Heartbeat, run.BeatInterval, run.Host, run.Comment, run.Notes, string.Join(',', run.Tags), run.Failure, run.Problem);
    });

    [Fact]
    public async Task A_run_that_is_not_there_is_null()
    {
        foreach (var id in UnknownIds)
        {
            Assert.Null(await Store.FindAsync(id, Cancellation));
            Assert.Null(await Store.ReadOutputAsync(id, OutputRange.Since(0), Cancellation));
            Assert.Null(await Store.OpenFileAsync(id, "artifact-0", Cancellation));
            Assert.Null(await Metrics.ReadAsync(id, "loss", Cancellation));
            Assert.Empty(await Metrics.ListAsync(id, Cancellation));
            Assert.Empty(await Store.ListFilesAsync(id, Cancellation));
            Assert.Equal(0, await Store.CountFilesAsync(id, Cancellation));
        }
    }

    [Fact]
    public async Task A_cancelled_reading_gives_no_answer()
    {
        var cancelled = new CancellationToken(canceled: true);
        var id = Runs[0].Id;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await Metrics.ReadStatisticsAsync(new("loss", [Runs[0].Id]), cancelled).FirstAsync(cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await Store.ReadAllAsync(RunLimits.None, cancelled).GetAsyncEnumerator(cancelled).MoveNextAsync());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.ReadSummariesAsync([id], cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.FindAsync(id, cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.ReadOutputAsync(id, OutputRange.Since(0), cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Metrics.ListAsync(id, cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.ListFilesAsync(id, cancelled));
    }

    private static IEnumerable<string> SummaryDifferences(ExpectedRun expected, RunSummary run) =>
    [
        .. Same("experiment", expected.Text("experiment"), run.Experiment),
        // Of an ingredient's command only meta has the whole name.
        .. Same("command", Member(run.Meta, "command") ?? expected.Text("command"), run.Command),
        .. Same("status", expected.Text("status"), run.Status),
        .. Same("start_time", Time(expected, "start_time"), run.Started),
        .. Same("stop_time", Time(expected, "stop_time"), run.Stopped),
        .. Same("heartbeat", Time(expected, "heartbeat"), run.Heartbeat),
        .. Same("host", expected.Text("host"), run.Host),
        .. Same("comment", expected.Text("comment"), run.Comment),
        .. Same("has_result", expected["has_result"].GetBoolean(), run.Result is not null),
        .. ExpectedValue.Differences(expected["result"], run.Result, "result"),
        .. ExpectedValue.Differences(expected["config"], run.Config, "config"),
    ];

    private static IEnumerable<string> InfoDifferences(ExpectedRun expected, Run run)
    {
        var keys = (run.Info as SacredObject)?.Members.Select(member => member.Key).Order(StringComparer.Ordinal);
        return Same(
            "info",
            string.Join('|', expected.List("info_keys").Select(key => key.GetString())),
            string.Join('|', keys?.ToArray() ?? []));
    }

    private static string? FailTraceText(ExpectedRun expected) => expected["fail_trace"] switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString()!.TrimEnd('\n') + "\n",
        { ValueKind: JsonValueKind.Array } list =>
            string.Concat(list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString())),
        _ => null,
    };

    // Records hold trees, which compare by reference; what can be seen of them is enough here.
    private static object SummaryKey(RunSummary run) =>
        (run with
        {
            Tags = [],
            Config = null,
            Result = null,
            Info = null,
            HostInfo = null,
            Meta = null,
            ExperimentInfo = null,
            Document = null
        }, string.Join('|', run.Tags));

    private static string? Member(SacredValue? value, string key) => ((value as SacredObject)?[key] as SacredText)?.Value;

    private static DateTime? Time(ExpectedRun expected, string name) =>
        expected[name] is { ValueKind: JsonValueKind.String } text ? StoredTime.Read(new SacredText(text.GetString()!)) : null;
}
