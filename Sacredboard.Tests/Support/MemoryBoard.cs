using Sacredboard.Data.Runs;

namespace Sacredboard.Tests.Support;

/// <summary>A board on runs in memory that no test changes: one for all tests of a class, which derives it with its runs.</summary>
public abstract class MemoryBoard : IAsyncLifetime
{
    private Board? _board;

    protected MemoryBoard(params IEnumerable<RunSummary> runs) => Store.Put([.. runs]);

    protected MemoryRunStore Store { get; } = new();

    public Board Board => _board!;

    public Uri Address => Board.Address;

    public async ValueTask InitializeAsync()
    {
        _board = Board.OnStore(Store);
        await _board.LoadedAsync();
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _board?.DisposeAsync() ?? ValueTask.CompletedTask;
    }
}
