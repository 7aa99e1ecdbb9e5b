using Microsoft.Extensions.Time.Testing;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Sources.Joining;
using Sacredboard.Data.Stores;
using Sacredboard.Data.Stores.Sql;
using Sacredboard.Data.Stores.TinyDb;
using Sacredboard.Tests.Support;
using Sacredboard.Tests.Support.Sql;

namespace Sacredboard.Tests.Data.Stores;

/// <summary>Outputs that are read whole to show a part of them count as runs that are decoded do.</summary>
public sealed class OutputBudgetTests
{
    private const int Length = 1 << 20;

    private readonly StoreContext _context = new(new FakeTimeProvider(), 1 << 20) { DocumentBytes = Length };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task In_a_file_of_TinyDB()
    {
        using var folder = new TinyDbFolder();
        folder.WriteOld("""{"runs": {"1": {"_id": "a", "captured_out": "#"}}}""".Replace("#", new string('x', Length), StringComparison.Ordinal));
        await using var store = new TinyDbRunStore(folder.Root, TimeProvider.System);
        await WaitsAsync(store, RunId.Of("a"), OutputRange.Since(0, 10));
    }

    [Fact]
    public async Task In_an_SQL_database()
    {
        using var file = new SqliteTestFile();
        await file.Database.RunAsync($"UPDATE run SET captured_out = '{new string('x', Length)}' WHERE run_id = '0'");
        await using var store =
            new Backends().AddSql().Open(new PlaceOptions { Directory = file.Path }, new StoreContext(TimeProvider.System, 1 << 20));
        await WaitsAsync(store, RunId.Of("0"), OutputRange.Since(0, 10));
    }

    private async Task WaitsAsync(IRunStore store, RunId id, OutputRange range)
    {
        Assert.InRange(await store.MeasureOutputAsync(id, range, Cancellation), Length, 2 * Length);
        var reader = new RunReader(store, null, new NoLogs(), _context, _ => null);
        var other = await _context.Documents.TakeAsync(Length, Cancellation);
        var reading = reader.ReadOutputAsync(id, range, Cancellation);
        // If it did not wait, it would be done long before these are.
        for (var i = 0; i < 30; i++)
        {
            Assert.Equal(Length, (await store.ReadOutputAsync(id, OutputRange.Since(0), Cancellation))!.Text.Length);
        }

        Assert.False(reading.IsCompleted);
        other!.Dispose();
        Assert.Equal(range.Max ?? Length, (await reading)!.Text.Length);
    }
}
