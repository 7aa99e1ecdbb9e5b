using Npgsql;
using NpgsqlTypes;
using Sacredboard.Benchmarks.Catalog;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Values;

namespace Sacredboard.Benchmarks.Storages;

/// <summary>Fills a PostgreSQL database with synthetic runs, in the tables of a SqlObserver.</summary>
internal static class SqlFiller
{
    private const int Hosts = 40;
    private const int Experiments = 400;
    private const int Dependencies = 12;

    private static readonly string Output =
        string.Concat(Enumerable.Range(0, 60).Select(i => $"epoch {i}: loss 0.{i:000}, accuracy 0.9\n"));

    /// <param name="connection">A connection string of Npgsql, to an empty database.</param>
    /// <param name="tables">The file of the statements that make the tables: Sacredboard.Tests/TestData/sql/postgresql.sql.</param>
    /// <param name="count">The number of runs.</param>
    public static async Task FillAsync(string connection, string tables, int count)
    {
        await using var database = new NpgsqlConnection(connection);
        await database.OpenAsync();
        await using (var command = new NpgsqlCommand(await File.ReadAllTextAsync(tables) + Parts(), database))
        {
            await command.ExecuteNonQueryAsync();
        }

        await using (var writer = await database.BeginBinaryImportAsync(
            "COPY run (id, run_id, command, start_time, heartbeat, stop_time, priority, comment, fail_trace, captured_out, config, info, "
                + "status, host_id, experiment_id, result) FROM STDIN (FORMAT BINARY)"))
        {
            for (var number = 1; number <= count; number++)
            {
                await WriteAsync(writer, number, SyntheticRuns.Make(number));
            }

            await writer.CompleteAsync();
        }

        await using var analyze = new NpgsqlCommand("VACUUM ANALYZE run", database);
        await analyze.ExecuteNonQueryAsync();
    }

    private static string Parts() => $"""
        INSERT INTO host SELECT i, 'AMD EPYC 7742', 'gpu' || i || '.example.org', 'Linux', 'Linux-5.15.0', '3.11.7'
            FROM generate_series(1, {Hosts}) i;
        INSERT INTO experiment SELECT i, 'experiment_' || i % 8, md5(i::text), '/home/user/e' || i % 8
            FROM generate_series(1, {Experiments}) i;
        INSERT INTO dependency SELECT i, 'package' || i, '1.' || i FROM generate_series(1, {Dependencies}) i;
        INSERT INTO experiments_dependencies SELECT e, d FROM generate_series(1, {Experiments}) e, generate_series(1, {Dependencies}) d;
        INSERT INTO repository SELECT i, 'git@git.example.org:ml/e.git', md5(i::text), false FROM generate_series(1, {Experiments}) i;
        INSERT INTO experiments_repositories SELECT i, i FROM generate_series(1, {Experiments}) i;
        """;

    private static async Task WriteAsync(NpgsqlBinaryImporter writer, int number, RunSummary run)
    {
        await writer.StartRowAsync();
        await writer.WriteAsync(number, NpgsqlDbType.Integer);
        await writer.WriteAsync($"{number}", NpgsqlDbType.Varchar);
        await writer.WriteAsync("main", NpgsqlDbType.Varchar);
        await TimeAsync(run.Started);
        await TimeAsync(run.Heartbeat);
        await TimeAsync(run.Stopped);
        await writer.WriteAsync(0.0, NpgsqlDbType.Double);
        await writer.WriteAsync(run.Comment ?? "", NpgsqlDbType.Text);
        await TextAsync(run.Failure is null ? null
            : "Traceback (most recent call last):\n\n  File \"train.py\", line 3, in main\n    step()\n\n" + run.Failure + "\n");
        await writer.WriteAsync(Output, NpgsqlDbType.Text);
        await writer.WriteAsync(SacredJson.ToText(run.Config!), NpgsqlDbType.Text);
        await TextAsync(run.Info is null ? null : SacredJson.ToText(run.Info));
        await writer.WriteAsync(run.Status!, NpgsqlDbType.Unknown);
        await writer.WriteAsync(1 + (number % Hosts), NpgsqlDbType.Integer);
        await writer.WriteAsync(1 + (number % Experiments), NpgsqlDbType.Integer);
        if (run.Result is SacredDouble result)
        {
            await writer.WriteAsync(result.Value, NpgsqlDbType.Double);
        }
        else
        {
            await writer.WriteNullAsync();
        }

        Task TimeAsync(DateTime? time) => time is null ? writer.WriteNullAsync()
            : writer.WriteAsync(DateTime.SpecifyKind(time.Value, DateTimeKind.Unspecified), NpgsqlDbType.Timestamp);

        Task TextAsync(string? text) => text is null ? writer.WriteNullAsync() : writer.WriteAsync(text, NpgsqlDbType.Text);
    }
}
