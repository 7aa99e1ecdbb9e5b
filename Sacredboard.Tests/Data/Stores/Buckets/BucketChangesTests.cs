using Microsoft.Extensions.Time.Testing;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores.Buckets;
using Sacredboard.Data.Stores.Directories;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Stores.Buckets;

/// <summary>What the next readings of changes report.</summary>
[Trait("Kind", "S3")]
public sealed class BucketChangesTests(S3Server server) : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);
    private S3Bucket _bucket = null!;
    private BucketRunStore _store = null!;

    public async ValueTask InitializeAsync()
    {
        _bucket = await server.CreateBucketAsync();
        _store = Open(new FolderOptions());
    }

    public ValueTask DisposeAsync() => _store?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Fact]
    public async Task A_new_run_of_the_next_number_and_the_end_of_a_running_one_are_told_within_two_seconds()
    {
        await PutAsync("lab/1", "COMPLETED");
        await PutAsync("lab/2", "RUNNING");
        var reader = new ChangeReader(_store, _time);
        await reader.LoadAsync();

        await PutAsync("lab/2", "COMPLETED");
        await PutAsync("lab/3", "RUNNING");

        Assert.Equal(["2 COMPLETED", "3 RUNNING"], await ToldAsync(reader, 2));
    }

    [Fact]
    public async Task Any_other_new_run_and_a_deleted_one_are_told_when_all_are_listed()
    {
        await PutAsync("lab/1", "COMPLETED");
        await PutAsync("lab/2", "COMPLETED");
        var reader = new ChangeReader(_store, _time);
        await reader.LoadAsync();

        await PutAsync("lab/sweep/b/mine", "COMPLETED");
        await PutAsync("lab/1", "FAILED");
        await _bucket.DeleteAsync("lab/2/run.json");

        Assert.Equal(["1 FAILED", "sweep/b/mine COMPLETED"], await ToldAsync(reader, 6));
        Assert.Equal(["1", "sweep/b/mine"], reader.Ids.Order(StringComparer.Ordinal));
        Assert.Empty(await ToldAsync(reader, 6));
    }

    [Fact]
    public async Task Runs_below_the_path_have_a_folder_and_what_lies_in_a_run_or_is_left_out_is_none()
    {
        await PutAsync("lab/8m/qmix/1", "COMPLETED");
        await PutAsync("lab/8m/qmix/1/checkpoint/2", "COMPLETED");
        await PutAsync("lab/_sources/1", "COMPLETED");
        await PutAsync("lab/old/1", "COMPLETED");
        await PutAsync("laboratory/1", "COMPLETED");
        await using var store = Open(new FolderOptions { Exclude = ["old"] });
        var reader = new ChangeReader(store, _time);

        await reader.LoadAsync();

        Assert.Equal(["8m/qmix/1"], reader.Ids);
        var runs = await store.ReadSummariesAsync(
            [RunId.Of("8m/qmix/1"), RunId.Of("old/1"), RunId.Of("_sources/1"), RunId.Of("8m/qmix/1/checkpoint/2")],
            TestContext.Current.CancellationToken);
        Assert.Equal("8m/qmix", Assert.Single(runs).Folder);
    }

    private BucketRunStore Open(FolderOptions options) => BucketPlace.TryParse(_bucket.Place("lab"), out var place)
        ? new(place, options, _time)
        : throw new InvalidOperationException("The place is wrong.");

    private Task PutAsync(string run, string status) => _bucket.PutAsync(
        run + "/run.json", $$"""{"status": "{{status}}", "start_time": "2026-01-01T00:00:00"}""");

    private static async Task<IReadOnlyList<string>> ToldAsync(ChangeReader reader, int seconds)
    {
        var told = new List<string>();
        for (var second = 0; second < seconds; second++)
        {
            told.AddRange((await reader.NextAsync()).Changed.Select(run => $"{run.Id} {run.Status}"));
        }

        return [.. told.Order(StringComparer.Ordinal)];
    }
}
