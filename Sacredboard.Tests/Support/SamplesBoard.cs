namespace Sacredboard.Tests.Support;

/// <summary>The sample runs, which no test changes: one board for all tests of a class.</summary>
public sealed class SamplesBoard : IAsyncDisposable
{
    private readonly Board _board = Board.OnSamples();

    public Uri Address => _board.Address;

    public IServiceProvider Services => _board.Services;

    public ValueTask DisposeAsync() => _board.DisposeAsync();
}
