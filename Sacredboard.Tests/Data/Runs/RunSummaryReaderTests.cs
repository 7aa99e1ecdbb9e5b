using Sacredboard.Data.Runs;
using Sacredboard.Data.Values;

namespace Sacredboard.Tests.Data.Runs;

public sealed class RunSummaryReaderTests
{
    private static readonly RunId Id = RunId.Of(1);

    [Fact]
    public void An_empty_document_makes_a_summary_of_nulls()
    {
        var summary = RunSummaryReader.ReadSummary(Id, SacredObject.Empty);

        Assert.Equal(new RunSummary { Id = Id, Tags = summary.Tags }, summary);
        Assert.Empty(summary.Tags);
    }

    [Fact]
    public void The_command_of_an_ingredient_is_the_dotted_one_of_meta()
    {
        var run = Of(("command", Text("histogram")), ("meta", Of(("command", Text("data.stats.histogram")))));

        Assert.Equal("data.stats.histogram", RunSummaryReader.ReadSummary(Id, run).Command);
    }

    [Fact]
    public void An_empty_comment_gives_way_to_the_one_of_old_versions()
    {
        var run = Of(("comment", Text("old")), ("meta", Of(("comment", Text("")))));

        Assert.Equal("old", RunSummaryReader.ReadSummary(Id, run).Comment);
    }

    [Theory]
    [InlineData("--beat-interval", "20", 20.0)]
    [InlineData("--beat_interval", "2.5", 2.5)]
    [InlineData("--beat-interval", "0", 0.0)]
    [InlineData("--beat-interval", "soon", null)]
    [InlineData("--beat-interval", "NaN", null)]
    [InlineData("--beat-interval", "1e300", null)]
    public void The_beat_interval_is_read_in_either_spelling(string key, string stored, double? seconds)
    {
        var run = Of(("meta", Of(("options", Of((key, Text(stored)))))));

        Assert.Equal(seconds, RunSummaryReader.ReadSummary(Id, run).BeatInterval?.TotalSeconds);
    }

    [Theory]
    [InlineData("2026-11-23T03:54:49.658357", "2026-11-23T03:54:49.6583570Z")]
    [InlineData("2020-01-02T03:04:05", "2020-01-02T03:04:05.0000000Z")]
    [InlineData("2020-01-02 03:04:05+02:00", "2020-01-02T01:04:05.0000000Z")]
    [InlineData("2020-01-02T03:04:05Z", "2020-01-02T03:04:05.0000000Z")]
    [InlineData("yesterday", null)]
    [InlineData("12", null)]
    public void A_time_without_zone_is_utc(string stored, string? expected)
    {
        var started = RunSummaryReader.ReadSummary(Id, Of(("start_time", Text(stored)))).Started;

        Assert.Equal(expected, started?.ToString("O"));
    }

    [Fact]
    public void Tags_of_config_and_Omniboard_are_one_list_without_repeats()
    {
        var run = Of(
            ("config", Of(("tags", Text("baseline, ablation,,v2")))),
            ("omniboard", Of(("tags", List(Text("v2"), Text("a,b"), new SacredInteger(7))))));

        Assert.Equal(["baseline", "ablation", "v2", "a,b"], RunSummaryReader.ReadSummary(Id, run).Tags);
    }

    [Fact]
    public void Tags_in_a_tuple_count_and_a_number_is_no_tag()
    {
        Assert.Equal(["x"], RunTags.Read(Of(("py/tuple", List(Text("x")))), new SacredInteger(3)));
    }

    [Fact]
    public void Sources_are_not_in_a_summary_but_in_the_run()
    {
        var run = Of(("experiment", Of(("name", Text("e")), ("sources", List()), ("dependencies", List()), ("mainfile", Text("m")))));

        Assert.Equal(["name", "dependencies", "mainfile"], Keys(RunSummaryReader.ReadSummary(Id, run).ExperimentInfo));
        Assert.Equal(["name", "sources", "dependencies", "mainfile"], Keys(RunSummaryReader.ReadRun(Id, run, RunParts.All).Experiment));
    }

    [Fact]
    public void Of_the_documents_root_a_summary_keeps_what_its_properties_do_not_tell()
    {
        var time = Text("2026-01-02T03:04:05");
        var run = Of(
            ("status", Text("RUNNING")), ("start_time", time), ("stop_time", SacredNull.Value), (
                "heartbeat",
                new SacredDate(DateTime.UnixEpoch)),
            ("command", Text("main")), ("omniboard", Of(("tags", List()))), ("captured_out", Text("...")));

        Assert.Equal(["start_time", "stop_time", "command", "omniboard"], Keys(RunSummaryReader.ReadSummary(Id, run).Document));
        Assert.Equal(["stop_time", "command", "omniboard"], Keys(RunSummaryReader.ReadSummary(Id, run, timesAreText: true).Document));
        Assert.Equal(["status"], Keys(RunSummaryReader.ReadSummary(Id, Of(("status", SacredNull.Value))).Document));
        Assert.Null(RunSummaryReader.ReadSummary(Id, Of(("status", Text("RUNNING")))).Document);
    }

    [Fact]
    public void What_Sacred_does_not_write_and_what_has_a_wrong_type_is_kept_aside()
    {
        var run = Of(
            ("status", Text("RUNNING")),
            ("heartbeat", new SacredInteger(1717236000000)),
            ("captured_out", new SacredInteger(5)),
            ("omniboard", Of()),
            ("result", new SacredInteger(1)));

        Assert.Equal(["heartbeat", "captured_out", "omniboard"], Keys(RunSummaryReader.ReadRun(Id, run, RunParts.All).Others));
    }

    private static IEnumerable<string> Keys(SacredValue? value) => Assert.IsType<SacredObject>(value).Members.Select(m => m.Key);

    private static SacredText Text(string text) => new(text);

    private static SacredList List(params SacredValue[] items) => new(items);

    private static SacredObject Of(params (string Key, SacredValue Value)[] members) =>
        new([.. members.Select(m => KeyValuePair.Create(m.Key, m.Value))]);
}
