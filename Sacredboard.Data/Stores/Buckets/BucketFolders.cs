using Sacredboard.Data.Stores.Directories;
using Sacredboard.Data.Stores.RunFolders;

namespace Sacredboard.Data.Stores.Buckets;

/// <summary>Runs whose files are objects of a bucket.</summary>
internal sealed class BucketFolders(BucketClient client, BucketListing listing) : IRunFolders
{
    /// <summary>A shorter object is read at once when it is opened, as output is: from its end, in parts.</summary>
    private const int MaxInMemory = 1 << 20;

    public int Readers => 16;

    public async ValueTask<IReadOnlyList<string>> ListNewestFirstAsync(CancellationToken cancellationToken) =>
    [
        .. (await listing.ListAllAsync(cancellationToken).ConfigureAwait(false))
            .OrderByDescending(run => run.Value.State("run.json").Modified)
            .ThenByDescending(run => RunOrder.Number(RunPath.Name(run.Key)))
            .Select(run => run.Key),
    ];

    public async ValueTask<RunStamp> StampAsync(string run, CancellationToken cancellationToken) =>
        await listing.FindAsync(run, cancellationToken).ConfigureAwait(false) is { } found ? RunStamp.Of(found.State) : default;

    public ValueTask<StoredFile> FindOwnAsync(string run, string name, CancellationToken cancellationToken) =>
        FindInsideAsync(run, name, cancellationToken);

    public async ValueTask<StoredFile> FindInsideAsync(string run, string name, CancellationToken cancellationToken) =>
        await listing.FindAsync(run, cancellationToken).ConfigureAwait(false) is { } found
            ? Found(found.Prefix + name, found.State(name))
            : StoredFile.Missing;

    /// <summary>
    /// An S3Observer joins the path of all runs once more to that of the run, so its sources lie in the run's own folder; the observer for
    /// Google puts them beside the runs. Resources are named by their paths from the top of the bucket.
    /// </summary>
    public async ValueTask<StoredFile> FindBesideAsync(string run, string name, CancellationToken cancellationToken)
    {
        if (name.Length == 0 || await listing.FindAsync(run, cancellationToken).ConfigureAwait(false) is not { } found)
        {
            return StoredFile.Missing;
        }

        var misplaced = found.Objects.Keys.FirstOrDefault(key => key == name || key.EndsWith('/' + name, StringComparison.Ordinal));
        return misplaced is not null
            ? Found(found.Prefix + misplaced, found.State(misplaced))
            : Candidates(found, name).Select(key => Found(key, listing.OtherState(key))).FirstOrDefault(
                file => file.Path is not null, StoredFile.Missing);
    }

    public StoredFile Tried(StoredFile file) => file;

    public long? LengthOf(string run, string name) => listing.Runs.TryGetValue(run, out var found) ? found.State(name).Length : null;

    public async ValueTask<FileContent> ReadAsync(StoredFile file, int max, CancellationToken cancellationToken) =>
        await client.ReadAsync(file.Path!, max, cancellationToken).ConfigureAwait(false);

    public async ValueTask<Stream> OpenAsync(StoredFile file, CancellationToken cancellationToken)
    {
        var stream = await BucketStream.OpenAsync(client, file.Path!, cancellationToken).ConfigureAwait(false);
        if (stream.Length > MaxInMemory)
        {
            return stream;
        }

        await using var _ = stream.ConfigureAwait(false);
        var memory = new MemoryStream((int)stream.Length);
        await stream.CopyToAsync(memory, cancellationToken).ConfigureAwait(false);
        memory.Position = 0;
        return memory;
    }

    public void EnsureThere()
    {
        // A bucket that is away fails with each request.
    }

    private static StoredFile Found(string key, FileState state) => state.Exists ? new(key, state, null) : StoredFile.Missing;

    private static IEnumerable<string> Candidates(BucketRun found, string name) =>
        [found.Above + name, found.Above.TrimEnd('/') + '/' + name, name];
}
