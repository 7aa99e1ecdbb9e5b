using Sacredboard.Tests.Support;

[assembly: AssemblyFixture(typeof(SamplesBoard))]

namespace Sacredboard.Tests.Support;

/// <summary>The sample runs on the one board of all tests that change nothing of it, saved views included; started by the first.</summary>
public sealed class SamplesBoard : IAsyncDisposable
{
    private readonly Lazy<Board> _board = new(StartLoaded);

    public Board Board => _board.Value;

    public Uri Address => Board.Address;

    public IServiceProvider Services => Board.Services;

    /// <summary>Asks it, and follows no redirect.</summary>
    public HttpClient Client() => new(new HttpClientHandler { AllowAutoRedirect = false, UseProxy = false }) { BaseAddress = Address };

    // Whoever asks first would find no run yet. On a thread of its own, because the threads of tests all wait for this.
    private static Board StartLoaded()
    {
        var board = Board.OnSamples();
        Task.Run(board.LoadedAsync).GetAwaiter().GetResult();
        return board;
    }

    public ValueTask DisposeAsync() => _board.IsValueCreated ? Board.DisposeAsync() : ValueTask.CompletedTask;
}
