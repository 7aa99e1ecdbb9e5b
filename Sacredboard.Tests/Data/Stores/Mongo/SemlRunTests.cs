using MongoDB.Bson;
using MongoDB.Driver;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Sources;
using Sacredboard.Data.Stores;
using Sacredboard.Data.Stores.Directories;
using Sacredboard.Data.Stores.Mongo;
using Sacredboard.Data.Values;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Stores.Mongo;

/// <summary>What the contract does not ask of runs of SEML.</summary>
[Trait("Kind", "Mongo")]
public sealed class SemlRunTests(SemlDatabase database) : IClassFixture<SemlDatabase>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_environment_of_the_user_is_never_read()
    {
        await using var store = await OpenAsync("spirals");
        var summaries = await store.ReadSummariesAsync([RunId.Of(12)], Cancellation);
        var run = await store.FindAsync(RunId.Of(12), Cancellation);

        foreach (var tree in new[] { summaries[0].Meta, summaries[0].Document, run!.Meta, run.Others })
        {
            var text = tree is null ? "" : SacredJson.ToText(tree);
            Assert.DoesNotContain("VIRTUAL_ENV", text);
            Assert.DoesNotContain("\"env\"", text);
        }

        Assert.Contains("conda_environment", SacredJson.ToText(run.Meta!));
    }

    [Theory]
    [InlineData("spirals", 12, "batch_id", "2")]
    [InlineData("spirals", 12, "slurm_job", "2_0")]
    [InlineData("spirals", 16, "batch_id", "3")]
    [InlineData("ridge", 1, "config_hash", "f6595472c17b3c0a92afe8f609a98ec4")]
    public async Task What_is_stored_beside_Sacreds_fields_is_part_of_meta(string collection, int id, string key, string expected)
    {
        await using var store = await OpenAsync(collection);
        var summary = (await store.ReadSummariesAsync([RunId.Of(id)], Cancellation)).Single();
        var run = await store.FindAsync(RunId.Of(id), Cancellation);

        Assert.Equal(expected, RunSummaryReader.Text(((SacredObject)summary.Meta!)[key]));
        Assert.Equal(expected, RunSummaryReader.Text(((SacredObject)run!.Meta!)[key]));
    }

    [Fact]
    public async Task The_experiment_is_that_of_the_user()
    {
        await using var store = await OpenAsync("spirals");
        var experiment = (SacredObject)(await store.FindAsync(RunId.Of(12), Cancellation))!.Experiment!;

        Assert.Equal("long", RunSummaryReader.Text(experiment["name"]));
        Assert.Equal("train_long.py", RunSummaryReader.Text(experiment["mainfile"]));
        Assert.Equal("/tmp/seml/lab", RunSummaryReader.Text(experiment["base_dir"]));
        var repository = (SacredObject)((SacredList)experiment["repositories"]!).Items.Single();
        Assert.Equal("680265db77a4bdd132a864a68af8a526d92321e7", RunSummaryReader.Text(repository["commit"]));
    }

    [Fact]
    public async Task Points_of_others_are_left_out_and_counted()
    {
        await using var store = await OpenAsync("ridge");
        var metrics = await store.Metrics.ListAsync(RunId.Of(2), Cancellation);

        var loss = Assert.Single(metrics, metric => metric.Name == "train.loss");
        Assert.Equal((40, 100, false), (loss.Count, loss.LeftOut, loss.IsDoubtful));
        var norm = Assert.Single(metrics, metric => metric.Name == "grad_norm");
        Assert.Equal((40, 40), (norm.Count, norm.LeftOut));
    }

    [Fact]
    public async Task Names_of_metrics_are_those_of_the_collection()
    {
        await using var ridge = await OpenAsync("ridge");
        await using var spirals = await OpenAsync("spirals");

        Assert.Equal(
            ["grad_norm", "train.loss"], (await ridge.Metrics.ListNamesAsync(Cancellation)).Select(name => name.Name).Order());
        Assert.DoesNotContain("grad_norm", (await spirals.Metrics.ListNamesAsync(Cancellation)).Select(name => name.Name));
    }

    [Fact]
    public async Task Points_of_the_same_time_are_doubtful()
    {
        var other = (await database.OpenAsync()).Database.GetCollection<BsonDocument>("at_the_same_time");
        var run = await (await database.OpenAsync()).Database.GetCollection<BsonDocument>("ridge")
            .Find(new BsonDocument("_id", 3)).SingleAsync(Cancellation);
        await other.InsertOneAsync(run, cancellationToken: Cancellation);
        try
        {
            await using var store = await OpenAsync("ridge");

            Assert.All(await store.Metrics.ListAsync(RunId.Of(3), Cancellation), metric => Assert.True(metric.IsDoubtful, metric.Name));
            Assert.All(await store.Metrics.ListAsync(RunId.Of(4), Cancellation), metric => Assert.False(metric.IsDoubtful, metric.Name));
        }
        finally
        {
            await other.Database.DropCollectionAsync("at_the_same_time", Cancellation);
        }
    }

    [Fact]
    public async Task Output_is_read_from_its_file_below_the_roots_only()
    {
        using var folder = new StorageFolder();
        var logs = Directory.CreateDirectory(Path.Combine(folder.Root, "logs")).FullName;
        await using var unread = await OpenAsync("spirals");
        var recorded = RunSummaryReader.Text(
            (((SacredObject)(await unread.FindAsync(RunId.Of(12), Cancellation))!.Meta!)["seml"] as SacredObject)!["output_file"])!;
        var (directory, name) = (Path.GetDirectoryName(recorded)!, Path.GetFileName(recorded));
        await File.WriteAllTextAsync(Path.Combine(logs, name), "step 1\nstep 2 ✓\n", Cancellation);
        var outside = folder.Outside("outside.txt");
        await File.WriteAllTextAsync(outside, "secret", Cancellation);
        var mapping = new PathMapping(directory, logs);

        Assert.Equal(0, await LengthAsync(new()));
        Assert.Equal(0, await LengthAsync(new() { PathMappings = [mapping] }));
        Assert.Equal(0, await LengthAsync(new() { PathMappings = [mapping], Roots = [folder.Of("other")] }));
        Assert.Equal(16, await LengthAsync(new() { PathMappings = [mapping], Roots = [logs] }));
        File.Delete(Path.Combine(logs, name));
        File.CreateSymbolicLink(Path.Combine(logs, name), outside);
        Assert.Equal(0, await LengthAsync(new() { PathMappings = [mapping], Roots = [logs] }));

        async Task<long> LengthAsync(RecordedFileOptions files)
        {
            await using var store = new MongoRunStore(
                (await database.OpenAsync()).Place.WithCollection("spirals"), TimeProvider.System, files);
            return (await store.ReadOutputAsync(RunId.Of(12), OutputRange.Last(100), Cancellation))!.Length;
        }
    }

    [Fact]
    public void Migrated_and_old_forms_are_read()
    {
        var migrated = SemlRun.ToCurrent(
            Tree("""
                {"_id": 1, "seml": {"executable": "a.py", "version": [0, 5, 0]}, "status": "STAGED",
                 "slurm": [{"array_id": 77, "task_id": 3}], "execution": {"array_id": "$slurm.array_id", "task_id": "$slurm.task_id"}}
                """),
            "project");
        var old = SemlRun.ToCurrent(
            Tree("""
                {"_id": 1, "seml": {"executable": "a.py"}, "status": "QUEUED", "slurm": {"id": 5},
                 "experiment": {"name": "mine", "mainfile": "mine.py"}}
                """),
            "project");

        Assert.Equal("77_3", RunSummaryReader.Text(((SacredObject)migrated["meta"]!)["slurm_job"]));
        Assert.Equal("project", RunSummaryReader.Text(((SacredObject)migrated["experiment"]!)["name"]));
        Assert.Equal("5", RunSummaryReader.Text(((SacredObject)old["meta"]!)["slurm_job"]));
        Assert.Equal("mine", RunSummaryReader.Text(((SacredObject)old["experiment"]!)["name"]));
    }

    private static SacredObject Tree(string json) => (SacredObject)SacredJson.TryRead(System.Text.Encoding.UTF8.GetBytes(json))!;

    private async Task<MongoRunStore> OpenAsync(string collection) =>
        new((await database.OpenAsync()).Place.WithCollection(collection), TimeProvider.System);
}
