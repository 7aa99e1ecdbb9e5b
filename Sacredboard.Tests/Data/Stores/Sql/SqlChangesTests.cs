using Microsoft.Extensions.Time.Testing;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores;
using Sacredboard.Tests.Data.Stores.Mongo;
using Sacredboard.Tests.Support;
using Sacredboard.Tests.Support.Sql;

namespace Sacredboard.Tests.Data.Stores.Sql;

/// <summary>Changes are noticed in every database, on a clock that the tests control.</summary>
public abstract class SqlChangesContract : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new();
    private SqlTestDatabase? _database;
    private IRunStore? _store;
    private KnownRuns _known = new();
    private RunCursor? _cursor;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected abstract Task<SqlTestDatabase> OpenAsync();

    public async ValueTask InitializeAsync()
    {
        _database = await OpenAsync();
        await RunAsync(Insert(1, "COMPLETED") + Insert(2, "RUNNING") + Insert(3, "FAILED"));
        await StartAsync(RunLimits.None);
        Assert.Equal(3, _known.Count);
    }

    public virtual async ValueTask DisposeAsync()
    {
        if (_store is not null)
        {
            await _store.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Changes_of_every_kind_are_told()
    {
        Assert.Equal((0, 0), await CountAsync());

        await RunAsync(Insert(5, "RUNNING") + Insert(4, "COMPLETED"));
        Assert.Equal((2, 0), await CountAsync());

        await RunAsync("UPDATE run SET heartbeat = '2026-01-01 00:00:10', info = '{\"a\": 1}' WHERE id = 5");
        Assert.Equal((1, 0), await CountAsync());
        Assert.Equal(new DateTime(2026, 1, 1, 0, 0, 10, DateTimeKind.Utc), _known[RunId.Of("run 5")].Heartbeat);

        await RunAsync("UPDATE run SET status = 'COMPLETED', result = 0.5 WHERE id = 5");
        Assert.Equal((1, 0), await CountAsync());
        Assert.Equal("COMPLETED", _known[RunId.Of("run 5")].Status);

        // One that runs and one that ended.
        await RunAsync("DELETE FROM run WHERE id = 2; DELETE FROM run WHERE id = 1;");
        Assert.Equal((0, 2), await CountAsync());

        await RunAsync(Insert(2, "RUNNING"));
        Assert.Equal((1, 0), await CountAsync());

        await RunAsync("DELETE FROM run;");
        Assert.Equal((0, 4), await CountAsync());
        Assert.Equal(0, _known.Count);

        await RunAsync(Insert(7, "RUNNING"));
        Assert.Equal((1, 0), await CountAsync());
    }

    [Fact]
    public async Task An_edit_of_an_ended_run_is_told_within_half_a_minute()
    {
        await RunAsync("UPDATE run SET comment = 'the best' WHERE id = 1");
        Assert.Equal((0, 0), await CountAsync());
        _time.Advance(TimeSpan.FromSeconds(31));

        Assert.Equal((2, 0), await CountAsync());
        Assert.Equal("the best", _known[RunId.Of("run 1")].Comment);
    }

    [Fact]
    public async Task Only_runs_within_the_limits_are_told()
    {
        await StartAsync(new RunLimits(MaxRuns: 2, Since: new DateTime(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc)));
        Assert.Equal([RunId.Of("run 2"), RunId.Of("run 3")], _known.Ids.Order());

        await RunAsync(Insert(8, "COMPLETED", "2020-01-01") + Insert(9, "COMPLETED"));
        Assert.Equal(1, (await CountAsync()).Changed);
        _time.Advance(TimeSpan.FromSeconds(31));
        await CountAsync();

        Assert.Equal([RunId.Of("run 3"), RunId.Of("run 9")], _known.Ids.Order());
    }

    protected static string Insert(int id, string status, string day = "2026-01-01") =>
        $"INSERT INTO run (id, run_id, status, start_time, config) VALUES ({id}, 'run {id}', '{status}', '{day} 00:00:00', '{{\"seed\": 1}}');";

    private Task RunAsync(string statements) => _database!.RunAsync(statements);

    private async Task StartAsync(RunLimits limits)
    {
        _store = _database!.OpenStore(_time);
        _known = await KnownRuns.ReadAsync(_store, Cancellation, limits);
        _cursor = null;
        await CountAsync();
    }

    private async Task<(int Changed, int Deleted)> CountAsync()
    {
        _time.Advance(TimeSpan.FromSeconds(1));
        var changes = await _store!.ReadChangesAsync(_known, _cursor, Cancellation);
        _cursor = changes.Cursor;
        _known.Apply(changes.Changed, changes.Deleted);
        return (changes.Changed.Count, changes.Deleted.Count);
    }
}

public sealed class SqliteChangesTests : SqlChangesContract
{
    private readonly SqliteTestFile _file = new();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _file.Dispose();
    }

    protected override async Task<SqlTestDatabase> OpenAsync()
    {
        await _file.Database.RunAsync("DELETE FROM run");
        return _file.Database;
    }
}

[Trait("Kind", "PostgreSQL")]
public sealed class PostgreSqlChangesTests(PostgreSqlTestServer server) : SqlChangesContract
{
    protected override Task<SqlTestDatabase> OpenAsync() => server.CreateDatabaseAsync();
}

[Trait("Kind", "MariaDB")]
public sealed class MariaDbChangesTests(MariaDbTestServer server) : SqlChangesContract
{
    protected override Task<SqlTestDatabase> OpenAsync() => server.CreateDatabaseAsync();
}
