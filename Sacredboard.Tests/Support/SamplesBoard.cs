namespace Sacredboard.Tests.Support;

/// <summary>The sample runs, which no test changes: one board for all tests of a class.</summary>
public sealed class SamplesBoard : IAsyncDisposable
{
    public Board Board { get; } = Board.OnSamples();

    public Uri Address => Board.Address;

    public IServiceProvider Services => Board.Services;

    /// <summary>Asks it, and follows no redirect.</summary>
    public HttpClient Client() => new(new HttpClientHandler { AllowAutoRedirect = false, UseProxy = false }) { BaseAddress = Address };

    public ValueTask DisposeAsync() => Board.DisposeAsync();
}
