using Sacredboard.Data;
using Sacredboard.Data.FileStorage;
using Sacredboard.Data.Mongo;
using Sacredboard.Web.Options;

namespace Sacredboard.Web.Sources;

/// <summary>Chooses the store for a place: the one list of backends. The options are checked before.</summary>
public static class RunStores
{
    public static IRunStore Open(SourceOptions place, TimeProvider time) =>
        place.Url is null ? new FileStorageRunStore(DirectoryOf(place), time) : new MongoRunStore(MongoOf(place), time);

    /// <summary>What people call the place: the database, or the directory's last name.</summary>
    public static string ShortName(SourceOptions place) =>
        place.Url is null ? Path.GetFileName(DirectoryOf(place)) : MongoOf(place).Database;

    /// <summary>The directory that is opened anyway, so that TensorBoard logs in it may be too; null for a database.</summary>
    public static string? RootOf(SourceOptions place) => place.Url is null ? DirectoryOf(place) : null;

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
