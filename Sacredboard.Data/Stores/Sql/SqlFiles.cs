using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores.Sql.Dialects;

namespace Sacredboard.Data.Stores.Sql;

/// <summary>Lists and opens files of runs, whose content lies in the database.</summary>
internal sealed class SqlFiles(SqlReader reader, SqlSchemaReader schemas)
{
    private SqlDatabase Database => reader.Database;

    public async Task<IReadOnlyList<RunFile>> ListAsync(RunId run, CancellationToken cancellationToken) =>
        [.. (await FindAsync(run, cancellationToken).ConfigureAwait(false)).Select(file => file.File)];

    public async Task<RunFileContent?> OpenAsync(RunId run, string fileId, CancellationToken cancellationToken)
    {
        var files = await FindAsync(run, cancellationToken).ConfigureAwait(false);
        return files.FirstOrDefault(file => file.File.Id == fileId) is { File: { Available: true } file, Content: { } content }
            && await content.LengthAsync(cancellationToken).ConfigureAwait(false) is { } length
            ? new RunFileContent(file, new SqlFileStream(content, length), null)
            : null;
    }

    private async Task<IReadOnlyList<(RunFile File, SqlContent? Content)>> FindAsync(RunId run, CancellationToken cancellationToken)
    {
        var schema = await schemas.ReadAsync(cancellationToken).ConfigureAwait(false);
        var ids = new SqlRunIds(Database, schema);
        if (ids.Filter([run]) is not var (condition, parameters))
        {
            return [];
        }

        var select = ids.AddTo(new SqlSelect(Database, schema)).Add("run", "experiment_id");
        var rows = await reader.ReadListAsync(
            $"SELECT {select.Columns} FROM {Database.Quote("run")} WHERE {condition}",
            parameters,
            row => (Id: SqlRunIds.Of(row, select), Experiment: select.Number(row, "experiment_id")),
            cancellationToken).ConfigureAwait(false);
        var index = rows.FindIndex(row => row.Id == run);
        if (index < 0)
        {
            return [];
        }

        object[] id = run.Kind == RunIdKind.Text && ids.Parameter(run.Text) is { } text ? [text] : [];
        var tables = new SqlFileTable[]
        {
            new(RunFileKind.Artifact, "artifact", null, "run_id", id),
            new(RunFileKind.Source, "source", "experiments_sources", "experiment_id", rows[index].Experiment is { } number ? [number] : []),
            new(RunFileKind.Resource, "resource", "runs_resources", "run_id", id),
        };
        var found = new List<(RunFile File, SqlContent? Content)>();
        foreach (var table in tables)
        {
            found.AddRange(await FindAsync(schema, table, cancellationToken).ConfigureAwait(false));
        }

        return found;
    }

    private async Task<IEnumerable<(RunFile File, SqlContent? Content)>> FindAsync(
        SqlSchema schema, SqlFileTable table, CancellationToken cancellationToken)
    {
        var key = $"{table.Name}_id";
        if (table.Of.Length == 0 || !schema.Has(table.Name, key, "filename", "content") || !schema.Has(table.Link ?? table.Name, table.By))
        {
            return [];
        }

        var (name, content) = (Database.Quote(table.Name), $"{Database.Quote(table.Name)}.{Database.Quote("content")}");
        // The code of sources is text.
        var bytes = table.Kind == RunFileKind.Source ? Database.Utf8(content) : content;
        var select = new SqlSelect(Database, schema).Add(table.Name, key, "filename", "md5sum")
            .Add(table.Name, "content", "size", _ => $"octet_length({bytes})");
        var rows = await reader.ReadListAsync(
            $"SELECT {select.Columns} FROM {table.From(Database, key)} ORDER BY {table.Order(Database, key)}",
            table.Of,
            row => (
                Key: select.Number(row, key) ?? 0,
                Name: RunSummaryReader.Text(select.Value(row, "filename")) ?? "",
                Md5: select.Text(row, "md5sum"),
                Size: select.Number(row, "size")),
            cancellationToken).ConfigureAwait(false);
        return rows.Select((row, i) => (
            new RunFile
            {
                Id = $"{table.Name}-{i}",
                Kind = table.Kind,
                Name = row.Name,
                Size = row.Size,
                Md5 = row.Md5,
                ContentType = ContentTypes.Guess(row.Name),
                Available = row.Size is not null,
                Problem = row.Size is null ? "The database holds no content of this file." : null,
            },
            row.Size is null ? null
                : new SqlContent(reader, bytes, $"{name} WHERE {name}.{Database.Quote(key)} = {row.Key}", []))).ToList();
    }
}

/// <summary>A table of files, and how it belongs to runs.</summary>
/// <param name="Kind">Of its files.</param>
/// <param name="Name">Of the table.</param>
/// <param name="Link">The table between it and the runs; null for none.</param>
/// <param name="By">The column that names the run or its experiment.</param>
/// <param name="Of">The value of that column; empty for no files.</param>
internal sealed record SqlFileTable(RunFileKind Kind, string Name, string? Link, string By, object[] Of)
{
    public string From(SqlDatabase database, string key)
    {
        var (table, column) = (database.Quote(Name), database.Quote(key));
        return Link is null
            ? $"{table} WHERE {table}.{database.Quote(By)} = @p0"
            : $"{table} JOIN {database.Quote(Link)} ON {database.Quote(Link)}.{column} = {table}.{column} "
                + $"WHERE {database.Quote(Link)}.{database.Quote(By)} = @p0";
    }

    /// <summary>The order of sources is not stored, so they are sorted by name.</summary>
    public string Order(SqlDatabase database, string key)
    {
        var number = $"{database.Quote(Name)}.{database.Quote(key)}";
        return Kind == RunFileKind.Source ? $"{database.Quote(Name)}.{database.Quote("filename")}, {number}" : number;
    }
}
