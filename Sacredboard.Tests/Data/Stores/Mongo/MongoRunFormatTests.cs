using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores.Mongo;
using Sacredboard.Data.Values;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Stores.Mongo;

[Trait("Kind", "Mongo")]
public sealed class MongoRunFormatTests(MongoServer server)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_run_of_Sacred_0_5_is_shown_with_its_experiment_host_and_source()
    {
        await using var store = new MongoRunStore(
            (await server.OpenCorpusAsync()).Place.WithCollection("experiments"),
            TimeProvider.System);
        var id = RunId.OfObjectId("540000000000000000000053");

        var run = await store.FindAsync(id, Cancellation);
        var file = Assert.Single(await store.ListFilesAsync(id, Cancellation));
        await using var content = await store.OpenFileAsync(id, file.Id, Cancellation);

        Assert.Equal(("hand_made_05", "old-host", "COMPLETED"), (run!.Summary.Experiment, run.Summary.Host, run.Summary.Status));
        Assert.True(run.HasLocalTimes);
        Assert.Equal(("old.py", RunFileKind.Source, true), (file.Name, file.Kind, file.Available));
        Assert.Equal(
            "from sacred import Experiment\nex = Experiment('old')\n",
            await new StreamReader(content!.Content).ReadToEndAsync(Cancellation));
    }

    [Fact]
    public async Task A_run_of_Sacred_0_6_finds_its_source_by_path_and_md5()
    {
        await using var store = (await server.OpenCorpusAsync()).OpenStore();
        var files = await store.ListFilesAsync(RunId.OfObjectId("540000000000000000000020"), Cancellation);

        Assert.Equal(
            [
                ("notes.txt", RunFileKind.Artifact, true),
                ("/home/lab/old.py", RunFileKind.Source, true),
                ("/home/lab/train.csv", RunFileKind.Resource, false)],
            files.Select(file => (file.Name, file.Kind, file.Available)));
    }

    [Fact]
    public async Task Types_that_Sacred_never_writes_are_kept()
    {
        await using var store = (await server.OpenCorpusAsync()).OpenStore();
        var run = await store.FindAsync(RunId.OfObjectId("540000000000000000000028"), Cancellation);
        var config = Assert.IsType<SacredObject>(run!.Config);
        Assert.False((await store.FindAsync(RunId.Of(1), Cancellation))!.HasLocalTimes);

        Assert.Equal("bson.Decimal128", Assert.IsType<SacredTyped>(config["decimal"]).TypeName);
        Assert.Equal("1.10", Mark(config, "decimal", "$numberDecimal"));
        Assert.Equal("540000000000000000000001", Mark(config, "oid", "$oid"));
        Assert.Equal("00000000-0000-0000-0000-000000000000", Mark(config, "uuid", "$uuid"));
        Assert.Equal("function(){}", Mark(config, "code", "$code"));
        Assert.All(["regex", "timestamp", "binary", "min", "max", "uuid_old"], key => Assert.IsType<SacredTyped>(config[key]));
        Assert.Equal(5, (int)Assert.IsType<SacredInteger>(config["long"]).Value);
    }

    private static string Mark(SacredObject config, string key, string mark)
    {
        var raw = Assert.IsType<SacredObject>(Assert.IsType<SacredTyped>(config[key]).Raw);
        return Assert.IsType<SacredText>(raw[mark]).Value;
    }
}
