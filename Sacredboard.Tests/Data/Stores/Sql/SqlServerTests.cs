using System.Data.Common;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores;
using Sacredboard.Data.Stores.Sql.Dialects;
using Sacredboard.Tests.Support;
using Sacredboard.Tests.Support.Sql;

namespace Sacredboard.Tests.Data.Stores.Sql;

/// <summary>What servers refuse, lack and do to characters.</summary>
public abstract class SqlServerContract(SqlTestServer server)
{
    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected SqlTestServer Server => server;

    protected virtual string RefusedConnection => "refuses the connection: check the port";

    protected virtual string UnknownHost => "is not known by this name";

    [Fact]
    public async Task A_wrong_password_a_missing_right_database_table_and_server_are_told_apart()
    {
        var database = await server.CreateDatabaseAsync();
        var escaped = Uri.EscapeDataString(SqlTestServer.Password);
        await AssertFailsAsync(
            database.Url.Replace(escaped, "wrong", StringComparison.Ordinal), RunStoreProblem.Refused, "refuses this user and password");
        await AssertFailsAsync(database.Url + "_not_there", null, "not_there");
        await AssertFailsAsync(
            database.Url.Replace($":{server.Port}/", $":{ServerProcess.FreePort()}/", StringComparison.Ordinal),
            RunStoreProblem.Unreachable,
            RefusedConnection);
        await AssertFailsAsync(
            database.Url.Replace("127.0.0.1", "no-such-host.invalid", StringComparison.Ordinal),
            RunStoreProblem.Unreachable,
            UnknownHost);
        await AssertFailsAsync(
            (await server.CreateDatabaseAsync(withTables: false)).Url, RunStoreProblem.Unreadable, "holds no runs of Sacred");
    }

    [Fact]
    public async Task Nothing_can_be_written()
    {
        var database = await server.CreateDatabaseAsync();
        Assert.True(SqlPlace.TryParse(database.OwnerUrl!, out var opened, out _));

        await using var connection = await opened.OpenAsync(Cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = "DELETE FROM run";

        await Assert.ThrowsAnyAsync<DbException>(() => command.ExecuteNonQueryAsync(Cancellation));
        await opened.DisposeAsync();
    }

    private static async Task AssertFailsAsync(string url, RunStoreProblem? problem, string message)
    {
        await using var store = new SqlTestDatabase(url, null!).OpenStore();
        var error = await Assert.ThrowsAsync<RunStoreException>(() => store.FindAsync(RunId.Of("0"), Cancellation));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(SqlTestServer.Password, error.Message, StringComparison.Ordinal);
        Assert.Equal(problem ?? error.Problem, error.Problem);
    }
}

[Trait("Kind", "PostgreSQL")]
public sealed class PostgreSqlServerTests(PostgreSqlTestServer server) : SqlServerContract(server);

[Trait("Kind", "MariaDB")]
public sealed class MariaDbServerTests(MariaDbTestServer server) : SqlServerContract(server)
{
    protected override string RefusedConnection => "cannot be connected to: check its name and port";

    protected override string UnknownHost => "cannot be connected to: check its name and port";

    // PostgreSQL refuses NUL: such a run cannot store its output there.
    [Fact]
    public async Task Text_with_NUL_and_ids_of_other_case_are_what_is_stored()
    {
        var database = await Server.CreateDatabaseAsync();
        await database.RunAsync(
            "INSERT INTO run (run_id, status, captured_out, comment) VALUES ('Abc', 'FAILED', @p0, @p1)", "one\0two 🚀", "a\0b");
        await using var store = database.OpenStore();

        var output = await store.ReadOutputAsync(RunId.Of("Abc"), OutputRange.Since(0), Cancellation);
        var run = await store.FindAsync(RunId.Of("Abc"), Cancellation);

        Assert.Equal(("one\0two 🚀", "a\0b"), (output!.Text, run!.Summary.Comment));
        Assert.Null(await store.FindAsync(RunId.Of("ABC"), Cancellation));
        Assert.Null(await store.ReadOutputAsync(RunId.Of("abc"), OutputRange.Since(0), Cancellation));
        Assert.Empty(await store.ReadSummariesAsync([RunId.Of("ABC ")], Cancellation));
    }
}
