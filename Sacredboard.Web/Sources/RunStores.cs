using Sacredboard.Data.Stores;
using Sacredboard.Data.Stores.Files;
using Sacredboard.Data.Stores.Mongo;
using Sacredboard.Data.Stores.TensorBoard;
using Sacredboard.Web.Options;

namespace Sacredboard.Web.Sources;

/// <summary>Chooses the store for a place: the one list of backends. The options are checked before.</summary>
public static class RunStores
{
    /// <summary>The store, and the TensorBoard logs of its runs.</summary>
    public static (IRunStore Store, TensorBoardLogs Logs) Open(SourceOptions place, SacredboardOptions options, TimeProvider time)
    {
        var cacheBytes = (long)options.MetricCacheMegabytes << 20;
        if (place.Url is null && LogDirectoryRunStore.Recognizes(DirectoryOf(place)))
        {
            var own = LogDirectoryRunStore.LogsOf(DirectoryOf(place), cacheBytes, time);
            return (new LogDirectoryRunStore(DirectoryOf(place), own, time), own);
        }

        var logs = new TensorBoardLogs(new LogDirectories(options.TensorBoard.Of(RootOf(place))), cacheBytes, time);
        return (new TensorBoardRunStore(OpenSacred(place, time), logs), logs);
    }

    /// <summary>What people call the place: the database, or the directory's last name.</summary>
    public static string ShortName(SourceOptions place) =>
        place.Url is null ? Path.GetFileName(DirectoryOf(place)) : MongoOf(place).Database;

    private static IRunStore OpenSacred(SourceOptions place, TimeProvider time) =>
        place.Url is null ? new FileStorageRunStore(DirectoryOf(place), time) : new MongoRunStore(MongoOf(place), time);

    // It is opened anyway, so that logs in it may be too.
    private static string? RootOf(SourceOptions place) => place.Url is null ? DirectoryOf(place) : null;

    private static string DirectoryOf(SourceOptions place) =>
        Path.TrimEndingDirectorySeparator(Path.GetFullPath(HomePath.Expand(place.Directory ?? "")));

    private static MongoPlace MongoOf(SourceOptions source)
    {
        if (!MongoPlace.TryParse(source.Url ?? "", source.Database, out var place, out var problem))
        {
            throw new ArgumentException(problem, nameof(source));
        }

        return source.Collection is { } collection ? place.WithCollection(collection)
            : source.CollectionPrefix is { } prefix ? place.WithPrefix(prefix)
            : place;
    }
}
