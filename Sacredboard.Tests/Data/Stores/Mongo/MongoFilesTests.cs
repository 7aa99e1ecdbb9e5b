using Sacredboard.Data.Runs;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Stores.Mongo;

[Trait("Kind", "Mongo")]
public sealed class MongoFilesTests(MongoServer server)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_gone_or_torn_says_so_where_it_is_listed()
    {
        await using var store = (await server.OpenCorpusAsync()).OpenStore();
        var files = await store.ListFilesAsync(RunId.Of(103), Cancellation);

        Assert.Equal(
            [
                ("gone.txt", "The file is no longer in the database."),
                ("here.txt", null),
                ("torn.bin", "The file is damaged: 2 of 3 parts are stored."),
                ("odd_runs.py", "The file is no longer in the database."),
            ],
            files.Select(file => (file.Name, file.Problem)));
        Assert.Equal([false, true, true, false], files.Select(file => file.Stored is not null));
    }

    [Fact]
    public async Task Artifacts_of_any_shape_are_listed()
    {
        await using var store = (await server.OpenCorpusAsync()).OpenStore();
        var files = await store.ListFilesAsync(RunId.OfObjectId("540000000000000000000026"), Cancellation);

        Assert.Equal(
            [("name only", false), ("pair", true), ("no file id", false), ("notes.txt", true), ("", false)],
            files.Select(file => (file.Name, file.Available)));
        Assert.Equal(["artifact-0", "artifact-1", "artifact-2", "artifact-3", "artifact-4"], files.Select(file => file.Id));
    }

    [Fact]
    public async Task A_resource_without_content_keeps_its_path_and_md5()
    {
        await using var store = (await server.OpenCorpusAsync()).OpenStore();
        var resource = (await store.ListFilesAsync(RunId.Of(17), Cancellation)).Last();

        Assert.Equal(
            ("/tmp/lab/digits/out/4/weights.npz", "8111303a80986364f37016d53c70abd2", false),
            (resource.Name, resource.Md5, resource.Available));
        Assert.Equal("Sacred stored the path and the md5 of this resource, not its content.", resource.Problem);
    }
}
