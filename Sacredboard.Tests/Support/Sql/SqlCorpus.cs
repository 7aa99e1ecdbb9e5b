using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Sacredboard.Tests.Support.Sql;

/// <summary>The runs that real Sacred wrote into an SQLite file, and what of them a server would have stored.</summary>
internal static class SqlCorpus
{
    private static readonly string[] Tables =
    [
        "dependency", "experiment", "host", "repository", "resource", "source", "experiments_dependencies", "experiments_repositories",
        "experiments_sources", "run", "artifact", "runs_resources",
    ];

    public static string Path => TestFiles.Path("sql", "sacred.sqlite");

    /// <summary>An own status is none of a server's enumeration: the run stays RUNNING there.</summary>
    public static string StatusOnServers(string status) => status == "EARLY_STOPPED" ? "RUNNING" : status;

    /// <summary>Copies all rows into the tables of another database.</summary>
    public static async Task CopyAsync(SqlTestDatabase target)
    {
        var isMySql = target.Url.StartsWith("mysql", StringComparison.Ordinal);
        if (isMySql)
        {
            // 64 KB are too little for what most runs open, and Sacred then fails; this is what one does about it.
            await target.RunAsync("ALTER TABLE resource MODIFY content LONGBLOB; ALTER TABLE host MODIFY os_info TEXT");
        }
        else
        {
            await target.RunAsync("ALTER TABLE host ALTER COLUMN os_info TYPE text");
        }

        using var source = new SqliteConnection($"Data Source={Path};Mode=ReadOnly;Pooling=False");
        source.Open();
        await target.RunAllAsync(Tables.SelectMany(table => Rows(source, table, isMySql ? "`" : "\"")));
    }

    private static List<(string Statement, object?[] Parameters)> Rows(SqliteConnection source, string table, string quote)
    {
        using var command = source.CreateCommand();
        command.CommandText = $"SELECT * FROM {table} ORDER BY rowid";
        using var rows = command.ExecuteReader();
        var found = new List<(string, object?[])>();
        while (rows.Read())
        {
            var names = Enumerable.Range(0, rows.FieldCount).Select(rows.GetName).ToList();
            var values = names.Select((name, i) => Value(name, rows.IsDBNull(i) ? null : rows.GetValue(i), rows.GetDataTypeName(i)));
            var places = names.Select((name, i) => name == "status" && quote == "\"" ? $"@p{i}::status_enum" : $"@p{i}");
            found.Add((
                $"INSERT INTO {table} ({string.Join(", ", names.Select(name => quote + name + quote))}) VALUES ({string.Join(", ", places)})",
                [.. values]));
        }

        return found;
    }

    private static object? Value(string name, object? value, string type) => (value, type) switch
    {
        (string text, "DATETIME") => DateTime.Parse(text, CultureInfo.InvariantCulture),
        (long number, "BOOLEAN") => number == 1,
        (string status, _) when name == "status" => StatusOnServers(status),
        (long number, _) => (int)number,
        _ => value,
    };
}
