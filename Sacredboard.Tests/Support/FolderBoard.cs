namespace Sacredboard.Tests.Support;

/// <summary>
/// A board on a directory of its own: one for all tests of a class. Derived classes put runs into it that no test changes.
/// </summary>
public class FolderBoard : IAsyncDisposable
{
    private readonly Lazy<Board> _board;

    public FolderBoard()
        : this([])
    {
    }

    /// <param name="settings">More settings; their keys without <c>Sacredboard:</c>.</param>
    protected FolderBoard(params (string Key, string Value)[] settings) =>
        _board = new(() => Board.OnDirectory(Folder.Root, settings));

    public StorageFolder Folder { get; } = new();

    /// <summary>Started when first asked for: when the runs of a derived class are there.</summary>
    public Board Board => _board.Value;

    public async ValueTask DisposeAsync()
    {
        if (_board.IsValueCreated)
        {
            await Board.DisposeAsync();
        }

        Folder.Dispose();
        GC.SuppressFinalize(this);
    }
}
