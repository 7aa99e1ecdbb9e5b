using System.Diagnostics.CodeAnalysis;
using Npgsql;

namespace Sacredboard.Data.Stores.Sql.Dialects;

/// <summary>Makes a database of a URL, and says what is wrong with one before it is connected to.</summary>
internal static class SqlPlace
{
    private static readonly string[] OfSqlite =
        ["timeout", "check_same_thread", "uri", "mode", "cache", "isolation_level", "detect_types", "cached_statements", "nolock"];

    // Not of a file that is opened, but of how a driver is called.
    private static readonly string[] Unreadable = ["pysqlcipher", "pyodbc", "libsql", "aurora_data_api"];

    /// <summary>The problem never quotes the URL, which may hold a password.</summary>
    /// <param name="database">Also made when the only problem is that a file is not there yet.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out SqlDatabase? database, [NotNullWhen(false)] out PlaceProblem? problem)
    {
        (database, problem) = (null, null);
        if (!SqlUrl.TryParse(text, out var url, out var wrong) || (wrong = Problem(url)) is not null)
        {
            problem = new("", wrong);
            return false;
        }

        switch (url.Dialect)
        {
            case "sqlite":
                var path = PathOf(url.Database);
                database = new SqliteFile(path);
                problem = !File.Exists(path) ? new("", $"there is no file '{path}'") { MayBeTemporary = true }
                    : !SqliteFile.IsOne(path) ? new("", $"'{path}' is no SQLite database") { MayBeTemporary = true }
                    : null;
                return problem is null;
            case "postgresql":
                database = new PostgreSqlServer(url);
                return true;
            default:
                database = new MySqlServer(url);
                return true;
        }
    }

    private static string? Problem(SqlUrl url)
    {
        if (Unreadable.Contains(url.Driver))
        {
            return $"names the driver {url.Driver}, whose databases cannot be read here";
        }

        var known = url.Dialect switch
        {
            "sqlite" => OfSqlite,
            "postgresql" => PostgreSqlServer.Options,
            _ => MySqlServer.Options,
        };
        if (url.Options.FirstOrDefault(option => !known.Contains(option.Key)) is { Key: { } name })
        {
            return $"has the option '{name}', which would be ignored; leave it out, or check its spelling";
        }

        return url.Dialect switch
        {
            "sqlite" when url.Host is not null || url.User is not null =>
                "has too few slashes: sqlite:///relative/path.db or sqlite:////absolute/path.db",
            "sqlite" when url.Database is "" or ":memory:" => "names no file: a database in memory cannot be read from outside",
            "sqlite" => null,
            _ when url.Database.Length == 0 => $"names no database: {url.Dialect}://[user:password@]host[:port]/database",
            "postgresql" when url.Options.FirstOrDefault(option => option.Key == "sslmode").Value is { } mode
                && !Enum.TryParse<SslMode>(mode.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out _) =>
                "has an sslmode that is not one of disable, allow, prefer, require, verify-ca and verify-full",
            _ => null,
        };
    }

    // SQLAlchemy also takes SQLite's own URLs: sqlite:///file:runs.db?uri=true.
    private static string PathOf(string database) =>
        Path.GetFullPath(HomePath.Expand(database.StartsWith("file:", StringComparison.Ordinal) ? database[5..] : database));
}
