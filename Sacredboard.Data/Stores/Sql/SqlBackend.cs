using Sacredboard.Data.Stores.Sql.Dialects;

namespace Sacredboard.Data.Stores.Sql;

public static class SqlBackendRegistration
{
    /// <summary>Runs that a SqlObserver wrote. It takes any single file, so it must be added after backends that know some files.</summary>
    public static Backends AddSql(this Backends backends) => backends.Add(new SqlBackend());
}

internal sealed class SqlBackend : IBackend
{
    public string Allowed => "a sqlite:///, postgresql:// or mysql:// URL or an SQLite file of a SqlObserver";

    public bool Recognizes(PlaceOptions place) =>
        SqlUrl.DialectOf(place.Scheme) is not null
        || (place is { Scheme: null, Directory.Length: > 0 } && File.Exists(place.FullDirectory));

    public IEnumerable<PlaceProblem> Check(PlaceOptions place)
    {
        if (place.Scheme is null)
        {
            return SqliteFile.IsOne(place.FullDirectory) ? [] : [new(
                nameof(place.Directory),
                $"'{place.Directory}' is a file, but no SQLite database; allowed is {PlaceProblem.AnyPlace}") { MayBeTemporary = true }];
        }

        return SqlPlace.TryParse(place.Url!, out _, out var problem) ? [] : [problem with { Option = nameof(place.Url) }];
    }

    public string ShortName(PlaceOptions place) => Database(place).ShortName;

    public IRunStore Open(PlaceOptions place, StoreContext context) => new SqlRunStore(Database(place), context.Time);

    private static SqlDatabase Database(PlaceOptions place) =>
        place.Scheme is null ? new SqliteFile(place.FullDirectory)
        : SqlPlace.TryParse(place.Url!, out var database, out var problem) ? database
        // A file that is not there yet.
        : problem.MayBeTemporary && database is not null ? database
        : throw new ArgumentException(problem.Text, nameof(place));
}
