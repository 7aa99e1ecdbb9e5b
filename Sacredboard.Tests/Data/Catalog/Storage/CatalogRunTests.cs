using System.Numerics;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Values;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Catalog.Storage;

public sealed class CatalogRunTests
{
    public static TheoryData<string, string> Fields => new()
    {
        { "lr", "0.1" },
        { "model.layers[1]", "64" },
        { "model.layers.1", "64" },
        { "model.layers", "[128,64]" },
        { "model.layers[2]", "-" },
        { "model", "{\"name\":\"mlp\",\"layers\":[128,64]}" },
        { "model.name.first", "-" },
        { "\"a.b\"", "\"dotted\"" },
        { "\"\"", "\"empty key\"" },
        { "nothing", "null" },
        { "missing", "-" },
        { "empty", "{}" },
        { "huge", "123456789012345678901234567890" },
        { "nan", "NaN" },
        { "twice", "2" },
        { "tuple[0]", "1" },
        { "float32", "0.5" },
        { "meta.options.\"--debug\"", "true" },
        { "host.os[0]", "\"Linux\"" },
        { "info.best.loss", "0.25" },
        { "result.accuracy", "0.9" },
        { "experiment.mainfile", "\"train.py\"" },
        { "started", "2026-01-01T00:01:00.000Z" },
        { "id", "1" },
        { "status", "\"COMPLETED\"" },
        { "tags", "[\"a\",\"b\"]" },
        { "comment", "-" },
        { "duration", "-" },
        { "result", "{\"accuracy\":0.9}" },
    };

    [Theory]
    [MemberData(nameof(Fields))]
    public async Task A_field_gives_the_decoded_value(string field, string expected)
    {
        var run = await PackedAsync();
        Assert.True(RunField.TryParse(field, out var parsed, out _));
        Assert.Equal(expected, Show(run.Value(parsed!)));
    }

    [Fact]
    public async Task What_is_too_large_for_a_table_is_cut_and_says_how_large_it_is()
    {
        var snapshot = await TestCatalog.SnapshotOfAsync(TestRuns.Run(1).With(
            ("text", new string('x', 1_000_000)),
            ("list", Enumerable.Range(0, 12_345).Select(i => (object?)i).ToArray()),
            ("dict", TestRuns.Object([.. Enumerable.Range(0, 2_000).Select(i => ($"k{i}", (object?)i))])),
            ("small", 1)));
        var run = snapshot.Runs[0];

        var text = Assert.IsType<SacredText>(run.Value(RunField.Config("text")));
        Assert.EndsWith("… (1,000,000 characters)", text.Value);
        Assert.InRange(text.Value.Length, 1000, 5000);
        Assert.Equal("list \"12,345 items\"", Show(run.Value(RunField.Config("list"))));
        Assert.Equal("dict \"2,000 keys\"", Show(run.Value(RunField.Config("dict"))));
        Assert.Equal("1", Show(run.Value(RunField.Config("small"))));
    }

    [Fact]
    public async Task A_config_of_any_kind_and_depth_is_kept()
    {
        SacredValue deep = new SacredInteger(1);
        for (var level = 0; level < 200; level++)
        {
            deep = level % 2 == 0 ? TestRuns.Object(("k", deep)) : new SacredList([deep]);
        }

        var snapshot = await TestCatalog.SnapshotOfAsync(
            TestRuns.Run(1) with { Config = SacredNull.Value },
            TestRuns.Run(2) with { Config = TestRuns.Value(new object?[] { 1, "x" }) },
            TestRuns.Run(3) with { Config = null, Experiment = null, Status = null },
            TestRuns.Run(4).With(("deep", deep), ("lone \ud800", "\ud800\0")));

        Assert.Equal("\"x\"", Show(snapshot.Find(RunId.Of(2))!.Value(RunField.Config("1"))));
        Assert.Equal("", snapshot.Find(RunId.Of(3))!.Status);
        Assert.Equal("\"\ud800\0\"", Show(snapshot.Find(RunId.Of(4))!.Value(RunField.Config("lone \ud800"))));
        Assert.NotNull(snapshot.Find(RunId.Of(4))!.Value(RunField.Config("deep", "0", "k", "0")));
        Assert.Equal(4, snapshot.Queries().Find(new() { Text = "", Sort = [new(RunField.Config("deep"), true)] }).Matched);
        Assert.Equal([RunId.Of(4)], snapshot.Queries().Find(new() { Text = "lone" }).Runs.Select(run => run.Id));
    }

    [Fact]
    public async Task A_run_is_found_where_it_stands_among_the_others()
    {
        var snapshot = await TestCatalog.SnapshotOfAsync([.. Enumerable.Range(1, 5)
            .Select(id => TestRuns.Run(id) with { Started = TestRuns.Epoch.AddHours(id * 7 % 5) })]);

        Assert.Equal([0, 1, 2, 3, 4], snapshot.Runs.Select(run => snapshot.IndexOf(run.Id)));
        Assert.Equal(-1, snapshot.IndexOf(RunId.Of(6)));
    }

    [Fact]
    public async Task A_duration_ends_with_the_run_or_goes_on()
    {
        await using var catalog = new TestCatalog();
        var now = catalog.Time.GetUtcNow();
        var started = now.UtcDateTime.AddSeconds(-100);
        var beat = now.UtcDateTime.AddSeconds(-40);
        catalog.Store.Put(
            TestRuns.Run(1),
            TestRuns.Run(2) with { Status = RunStatus.Running, Started = started, Stopped = null, Heartbeat = beat },
            TestRuns.Run(3) with { Status = RunStatus.Completed, Started = started, Stopped = null, Heartbeat = beat },
            TestRuns.Run(4) with { Started = null });
        await catalog.LoadAsync();
        double? Seconds(int id) => catalog.Snapshot.Find(RunId.Of(id))!.Duration(now)?.TotalSeconds;
        Assert.Equal([30, 100, 60, null], [Seconds(1), Seconds(2), Seconds(3), Seconds(4)]);
    }

    private static async Task<Sacredboard.Data.Catalog.Storage.CatalogRun> PackedAsync()
    {
        var config = TestRuns.Object(
            ("lr", 0.1),
            ("model", TestRuns.Object(("name", "mlp"), ("layers", new object?[] { 128, 64 }))),
            ("a.b", "dotted"),
            ("", "empty key"),
            ("nothing", null),
            ("empty", SacredObject.Empty),
            ("huge", new SacredInteger(BigInteger.Parse("123456789012345678901234567890"))),
            ("nan", double.NaN),
            ("twice", 1),
            ("twice", 2),
            ("tuple", TestRuns.Object(("py/tuple", new object?[] { 1, 2 }))),
            ("float32", TestRuns.Object(("py/object", "numpy.float32"), ("dtype", "float32"), ("value", 0.5))));
        var snapshot = await TestCatalog.SnapshotOfAsync(TestRuns.Run(1) with
        {
            Config = config,
            Tags = ["a", "b"],
            Meta = TestRuns.Object(("options", TestRuns.Object(("--debug", true)))),
            HostInfo = TestRuns.Object(("os", new object?[] { "Linux", "5" })),
            Info = TestRuns.Object(("best", TestRuns.Object(("loss", 0.25)))),
            Result = TestRuns.Object(("accuracy", 0.9)),
            ExperimentInfo = TestRuns.Object(("mainfile", "train.py")),
        });
        return snapshot.Runs[0];
    }

    private static string Show(SacredValue? value) => value switch
    {
        null => "-",
        SacredNull => "null",
        SacredBoolean boolean => boolean.Value ? "true" : "false",
        SacredInteger number => number.Value.ToString(),
        SacredDouble number => number.Value.ToString("R"),
        SacredText text => $"\"{text.Value}\"",
        SacredDate date => date.Value.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'"),
        SacredList list => $"[{string.Join(",", list.Items.Select(Show))}]",
        SacredObject members => $"{{{string.Join(",", members.Members.Select(member => $"\"{member.Key}\":{Show(member.Value)}"))}}}",
        SacredTyped typed => $"{typed.TypeName} {Show(typed.Value)}",
        _ => "?",
    };
}
