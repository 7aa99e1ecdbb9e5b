using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Web.SavedViews;

/// <summary>A test of saved views in a browser without scripts, on a board of its own.</summary>
public abstract class ViewsTest : IAsyncDisposable
{
    protected Board Board { get; } = Board.OnSamples();

    public async ValueTask DisposeAsync()
    {
        await Board.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>A user opens a page in a browser of their own.</summary>
    private protected Task<ViewsClient> OpenAsync(string path) => new ViewsClient(Board).OpenAsync(path);
}
