using Sacredboard.Tests.Browser.Support;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Browser.Live;

public sealed class DirectoryLiveTests(ChromiumFixture chromium) : LiveTests(chromium), IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    protected override Task<Board> StartBoardAsync() => Task.FromResult(Board.OnDirectory(_directory.Path));

    protected override LiveRun NewRun(int id) => new DirectoryRun(_directory.Path, $"{id}");
}
