namespace Sacredboard.Tests.Support;

/// <summary>The recorded database on one board for all tests of a class that change nothing of it, saved views included.</summary>
public sealed class CorpusBoard(MongoServer server) : IAsyncDisposable
{
    private readonly SemaphoreSlim _gate = new(1);
    private Board? _board;

    /// <summary>Started by the first; without a server the calling test is skipped, or failed when Mongo is required.</summary>
    public async Task<Board> OpenAsync()
    {
        await _gate.WaitAsync();
        try
        {
            return _board ??= Board.OnMongo((await server.OpenCorpusAsync()).Url);
        }
        finally
        {
            _gate.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_board is not null)
        {
            await _board.DisposeAsync();
        }

        _gate.Dispose();
    }
}
