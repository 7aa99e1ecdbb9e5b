using Sacredboard.Data;
using Sacredboard.Data.FileStorage;
using Sacredboard.Web.Options;

namespace Sacredboard.Web.Sources;

/// <summary>Chooses the store for a place: the one list of backends.</summary>
public static class RunStores
{
    public static IRunStore Open(SourceOptions place, TimeProvider time) =>
        new FileStorageRunStore(Path.GetFullPath(HomePath.Expand(place.Directory ?? "")), time);

    /// <summary>What people call the place: the database, or the directory's last name.</summary>
    public static string ShortName(SourceOptions place) =>
        place.Directory is { } directory
            ? Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(HomePath.Expand(directory))))
            : place.Database ?? DatabaseOf(place.Url ?? "") ?? "sacred";

    /// <summary>The database in a URL's path, or null.</summary>
    private static string? DatabaseOf(string url)
    {
        var authority = url.IndexOf("://", StringComparison.Ordinal) + 3;
        var slash = authority < 3 ? -1 : url.IndexOf('/', authority);
        var database = slash < 0 ? "" : url[(slash + 1)..].Split('?')[0];
        return database.Length == 0 ? null : Uri.UnescapeDataString(database);
    }
}
