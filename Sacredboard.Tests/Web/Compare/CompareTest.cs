using Sacredboard.Tests.Support;
using Sacredboard.Tests.Web.RunPage;

namespace Sacredboard.Tests.Web.Compare;

/// <summary>Asks a board for comparisons once its runs are loaded.</summary>
public abstract class CompareTest(Board board) : IAsyncLifetime
{
    /// <summary>Of the source "lab".</summary>
    protected RunPageClient Pages { get; } = new(board, "lab");

    public async ValueTask InitializeAsync() => await board.LoadedAsync();

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Pages.Dispose();
        return ValueTask.CompletedTask;
    }
}
