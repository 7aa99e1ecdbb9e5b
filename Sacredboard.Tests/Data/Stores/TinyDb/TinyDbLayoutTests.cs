using System.Text;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores;
using Sacredboard.Data.Stores.TinyDb;
using Sacredboard.Data.Values;
using Sacredboard.Tests.Data.Stores.Mongo;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Stores.TinyDb;

/// <summary>What of a metadata.json may look different.</summary>
public sealed class TinyDbLayoutTests : IDisposable
{
    private readonly TinyDbFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("""{"_default": {}, "runs": {"1": {"_id": "a"}, "2": {"_id": "b"}}}""")]
    [InlineData("""{"runs": {"1": {"_id": "a"}, "2": {"_id": "b"}}, "_default": {"1": {"runs": {"9": {"_id": "c"}}}}}""")]
    [InlineData("""{"runs": {"1": {"_id": "a"}, "2": {"_id": "b"}}}"}}, "3": {"_id": "old"}}}""")]
    [InlineData("{ \"runs\" : {\n \"1\" : {\"x\": \"}\\\"{\", \"_id\":\"a\"} ,\r\n\t\"2\":{ \"_id\" : \"b\" }\n} }\n")]
    [InlineData("""{"other": [1, {"a": "]"}], "n": 12.5, "t": "x", "u": null, "runs": {"1": {"y": {"_id": "z"}, "_id": "a"}, "2": {"_id": "b"}}}""")]
    public async Task Runs_are_found_in_every_layout(string text)
    {
        _folder.WriteOld(text);

        Assert.Equal([RunId.Of("b"), RunId.Of("a")], await IdsAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \n")]
    [InlineData("{}")]
    [InlineData("""{"_default": {}}""")]
    [InlineData("""{"runs": {}}""")]
    public async Task A_file_without_runs_has_none(string text)
    {
        _folder.WriteOld(text);

        Assert.Empty(await IdsAsync());
    }

    [Theory]
    [InlineData("[1]")]
    [InlineData("""{"runs": [1]}""")]
    [InlineData("""{"runs": {1: {}}}""")]
    [InlineData("""{"runs": {"1": {}""")]
    [InlineData("""{"runs" {"1": {}}}""")]
    public async Task What_is_no_TinyDB_is_unreadable(string text)
    {
        _folder.WriteOld(text);

        Assert.Equal(RunStoreProblem.Unreadable, (await Assert.ThrowsAsync<RunStoreException>(IdsAsync)).Problem);
    }

    [Fact]
    public async Task A_link_that_took_the_place_of_the_file_is_followed_inside_its_directory_only()
    {
        using var other = new TinyDbFolder();
        other.WriteOld("""{"runs": {"1": {"_id": "secret"}}}""");
        await using var store = new TinyDbRunStore(_folder.Root, TimeProvider.System);
        File.Move(_folder.File, Path.Combine(_folder.Root, "moved.json"));
        File.CreateSymbolicLink(_folder.File, "moved.json");
        Assert.Equal(15, (await KnownRuns.ReadAsync(store, Cancellation)).Count);
        File.Delete(_folder.File);
        File.CreateSymbolicLink(_folder.File, other.File);
        await Assert.ThrowsAsync<RunStoreException>(() => KnownRuns.ReadAsync(store, Cancellation));
        // Whoever chooses a place that is a link knows where it leads.
        await using var chosen = new TinyDbRunStore(_folder.Root, TimeProvider.System);
        Assert.Equal(1, (await KnownRuns.ReadAsync(chosen, Cancellation)).Count);
    }

    [Fact]
    public async Task A_run_whose_id_another_one_took_is_still_there()
    {
        _folder.WriteOld("""{"runs": {"1": {"_id": "a", "status": "FAILED"}, "2": {"_id": "a", "status": "COMPLETED"}}}""");

        Assert.Equal([RunId.Of("a"), RunId.Of(1)], await IdsAsync());
        await using var store = Open();
        Assert.Equal("FAILED", (await store.FindAsync(RunId.Of(1), Cancellation))!.Summary.Status);
    }

    // Longer than what is read at a time, with a quote and a backslash where blocks meet.
    [Fact]
    public async Task Long_documents_are_found()
    {
        var output = string.Concat(Enumerable.Repeat("größe \\\"{[ \\ud83d\\ude80 ", 40_000));
        var text = new StringBuilder("{\"runs\": {");
        for (var i = 1; i <= 5; i++)
        {
            text.Append(i == 1 ? "" : ", ").Append($"\"{i}\": {{\"captured_out\": \"{new string('x', i)}{output}\", \"_id\": \"run {i}\"}}");
        }

        _folder.WriteOld(text.Append("}}").ToString());
        await using var store = Open();

        Assert.Equal(Enumerable.Range(1, 5).Reverse().Select(i => RunId.Of($"run {i}")), await IdsAsync());
        var end = await store.ReadOutputAsync(RunId.Of("run 3"), OutputRange.Last(12), Cancellation);
        Assert.Equal("röße \"{[ 🚀 ", end!.Text);
    }

    [Fact]
    public async Task Tagged_texts_are_what_they_stand_for()
    {
        await using var store = new TinyDbRunStore(TestFiles.Path("tinydb"), TimeProvider.System);

        var run = await store.FindAsync(RunId.Of("88760883db8c4cdbac3012644e156bfc"), Cancellation);

        var info = (SacredObject)run!.Info!;
        Assert.Equal(new DateTime(2024, 2, 29, 12, 0, 0, DateTimeKind.Utc), ((SacredDate)((SacredTyped)info["when"]!).Value!).Value);
        var array = (SacredTyped)info["array"]!;
        Assert.Equal(("numpy.ndarray", "[[0.0,1.0,2.0],[3.0,4.0,5.0]]"), (array.TypeName, SacredJson.ToText(array.Value!).Replace(" ", "")));
        Assert.StartsWith("{TinyArray}:", ((SacredText)array.Raw).Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_is_no_md5_opens_nothing()
    {
        var secret = Path.Combine(_folder.Root, "secret");
        File.WriteAllText(secret, "secret");
        _folder.WriteOld("""
            {"runs": {"1": {"_id": "a", "artifacts": [["x", "/y", "../../secret", "{TinyFile}:\"../../../secret\""], "secret", 5,
            ["n", "/p", "ABCDEF00000000000000000000000000"], ["gone", "/p", "00000000000000000000000000000000"]]}}}
            """);
        await using var store = Open();

        var files = await store.ListFilesAsync(RunId.Of("a"), Cancellation);

        Assert.Equal(5, files.Count);
        Assert.All(files, file => Assert.False(file.Available || string.IsNullOrEmpty(file.Problem)));
        Assert.Null(await store.OpenFileAsync(RunId.Of("a"), "artifact-0", Cancellation));
    }

    [Theory]
    [InlineData("""{"runs": {}}""", true)]
    [InlineData("""{"_default": {}, "runs": {}}""", true)]
    [InlineData("", true)]
    [InlineData("""{"name": "a data set"}""", false)]
    [InlineData("[]", false)]
    public void A_directory_is_recognized_by_what_its_file_holds(string text, bool isOne)
    {
        _folder.Write(text);

        foreach (var place in new[] { _folder.Root, _folder.File })
        {
            Assert.Equal(isOne, new TinyDbBackend().Recognizes(new PlaceOptions { Directory = place }));
        }
    }

    private TinyDbRunStore Open() => new(_folder.Root, TimeProvider.System);

    private async Task<IReadOnlyList<RunId>> IdsAsync()
    {
        await using var store = Open();
        var ids = new List<RunId>();
        await foreach (var batch in store.ReadAllAsync(RunLimits.None, Cancellation))
        {
            ids.AddRange(batch.Runs.Select(run => run.Id));
        }

        return ids;
    }
}
