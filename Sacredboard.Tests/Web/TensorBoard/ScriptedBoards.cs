using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Web.TensorBoard;

/// <summary>
/// Boards whose TensorBoard is a script, one below each sub-URL for all tests of a class: each test takes a run of its own.
/// </summary>
public sealed class ScriptedBoards : IAsyncDisposable
{
    private readonly Dictionary<string, (FakeTensorBoard Fake, Board Board)> _opened = [];
    private int _runs;

    public LogStorage Storage { get; } = new();

    /// <summary>Opened by the first test; for the others the script is reset to its first answers.</summary>
    public async Task<(FakeTensorBoard Fake, Board Board)> OpenAsync(string script = FakeTensorBoard.Runs, string subUrl = "/")
    {
        if (!_opened.TryGetValue(subUrl, out var opened))
        {
            var fake = await FakeTensorBoard.StartAsync(script);
            opened = (
                fake,
                Board.OnDirectory(
                    Storage.Root,
                    ("TensorBoard:Command", fake.Command),
                    ("TensorBoard:MaxProcesses", "100"),
                    ("SubUrl", subUrl)));
            _opened.Add(subUrl, opened);
        }

        opened.Fake.Reset();
        return opened;
    }

    /// <summary>An id that no other test has.</summary>
    public string NextRun() => $"{Interlocked.Increment(ref _runs)}";

    public async ValueTask DisposeAsync()
    {
        foreach (var (fake, board) in _opened.Values)
        {
            await board.DisposeAsync();
            await fake.DisposeAsync();
        }

        Storage.Dispose();
    }
}
