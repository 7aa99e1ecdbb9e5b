using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Sacredboard.Tests.Browser.Support;
using Sacredboard.Tests.Support;
using Sacredboard.Web.Options;
using Sacredboard.Web.TensorBoard;

namespace Sacredboard.Tests.Web.TensorBoard;

/// <summary>Every TensorBoard is stopped when it is not needed any more.</summary>
public sealed class TensorBoardEndTests : IDisposable
{
    private static readonly TensorBoardAddress Address = TensorBoardAddress.OfRun("lab", "7");

    private readonly LogStorage _storage = new();
    private readonly TemporaryDirectory _state = new();

    public void Dispose()
    {
        _storage.Dispose();
        _state.Dispose();
    }

    [Theory]
    [InlineData("TERM")]
    [InlineData("KILL")]
    public async Task The_end_of_the_dashboard_is_the_end_of_its_TensorBoards(string signal)
    {
        await using var fake = await FakeTensorBoard.StartAsync();
        await AssertEndsWithTheDashboardAsync(signal, fake.Command);
    }

    [Theory]
    [InlineData("TERM")]
    [InlineData("KILL")]
    [Trait("Kind", "TensorBoard")]
    public Task The_end_of_the_dashboard_is_the_end_of_a_real_TensorBoard(string signal) =>
        AssertEndsWithTheDashboardAsync(signal, RealTensorBoard.PathOrSkip());

    [Fact]
    public async Task One_without_requests_is_stopped_after_a_while()
    {
        await using var fake = await FakeTensorBoard.StartAsync();
        var time = new FakeTimeProvider();
        await using var boards = Boards(fake, time);
        var instance = await StartAsync(boards);

        time.Advance(TimeSpan.FromMinutes(29));
        instance.Use().Dispose();
        time.Advance(TimeSpan.FromMinutes(29));
        Assert.Equal(TensorBoardPhase.Running, instance.Status.Phase);
        using (instance.Use())
        {
            time.Advance(TimeSpan.FromMinutes(90));
            Assert.Equal(TensorBoardPhase.Running, instance.Status.Phase);
        }

        time.Advance(TimeSpan.FromMinutes(31));

        await instance.Ended.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Assert.Equal(TensorBoardPhase.Stopped, instance.Status.Phase);
        Assert.Equal("It was not used for 30 min.", instance.Status.Stopped);
        Assert.All(fake.Processes, id => Assert.False(TestProcess.IsAlive(id)));
    }

    [Fact]
    public async Task What_a_dashboard_left_that_was_killed_with_its_watchdog_is_ended_by_the_next_one()
    {
        // The shell stays running, with the arguments that identify its folder.
        await using var fake = await FakeTensorBoard.StartAsync(FakeTensorBoard.Runs.Replace(
            "exec sleep 1000",
            "sleep 1000; true",
            StringComparison.Ordinal));
        await using var first = Boards(fake, TimeProvider.System);
        await StartAsync(first);
        var folder = Assert.Single(Directory.EnumerateDirectories(Path.Combine(_state.Path, "tensorboard")));
        // As if its dashboard had ended and its watchdog were gone.
        await Eventually.TrueAsync(() => File.Exists(Path.Combine(folder, "program")), "it is marked");
        await File.WriteAllTextAsync(Path.Combine(folder, "owner"), "1 0", TestContext.Current.CancellationToken);
        var process = Assert.Single(fake.Processes);

        await using var second = Boards(fake, TimeProvider.System);
        await second.StartAsync(CancellationToken.None);

        await Eventually.TrueAsync(() => !TestProcess.IsAlive(process), "it is ended");
        await Eventually.TrueAsync(() => !Directory.Exists(folder), "its folder is gone");
        Assert.NotEmpty(Directory.EnumerateFiles(Path.Combine(_storage.Root, "logs", "7")));
    }

    [Fact]
    public async Task Processes_of_another_dashboard_or_of_none_are_left_alone()
    {
        await using var fake = await FakeTensorBoard.StartAsync();
        await using var first = Boards(fake, TimeProvider.System);
        var instance = await StartAsync(first);
        // A process with this id but another start time: the id was reused.
        var stranger = Directory.CreateDirectory(Path.Combine(_state.Path, "tensorboard", "0"));
        await File.WriteAllTextAsync(Path.Combine(stranger.FullName, "owner"), "1 0", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            Path.Combine(stranger.FullName, "program"),
            $"{Environment.ProcessId} 1",
            TestContext.Current.CancellationToken);

        await using var second = Boards(fake, TimeProvider.System);
        await second.StartAsync(CancellationToken.None);

        Assert.Equal(TensorBoardPhase.Running, instance.Status.Phase);
        Assert.True(TestProcess.IsAlive(fake.Processes[0]));
        Assert.False(stranger.Exists && Directory.Exists(stranger.FullName));
    }

    private async Task AssertEndsWithTheDashboardAsync(string signal, string command)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals.");
        _storage.RunWithLogs("7");
        await using var board = SacredboardProcess.Start(
            [_storage.Root, "--no-browser", "--port", "0"],
            ("Sacredboard__TensorBoard__Command", command),
            ("Sacredboard__TensorBoard__StartTimeoutSeconds", "300"),
            ("Sacredboard__StatePath", _state.Path));
        using var client = new TensorBoardClient(await board.AddressAsync(), Path.GetFileName(_storage.Root));
        await client.StartAsync("runs/7/tensorboard");
        var left = Descendants(board.Id);
        // The watchdog and the program, at least.
        Assert.True(left.Count >= 2, $"{left.Count} processes");

        using (var kill = Process.Start("kill", ["-" + signal, $"{board.Id}"]))
        {
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        await Eventually.TrueAsync(() => !left.Exists(TestProcess.IsAlive), "no process is left");
        await Eventually.TrueAsync(
            () => !Directory.EnumerateFileSystemEntries(Path.Combine(_state.Path, "tensorboard")).Any(),
            "no file is left");
    }

    private TensorBoards Boards(FakeTensorBoard fake, TimeProvider time)
    {
        var options = new SacredboardOptions { StatePath = _state.Path, TensorBoard = new() { Command = fake.Command } };
        return new(options, new TensorBoardFinder(options, time), time, NullLogger<TensorBoards>.Instance);
    }

    private async Task<TensorBoardInstance> StartAsync(TensorBoards boards)
    {
        await boards.StartAsync(CancellationToken.None);
        var links = TensorBoardLink.Of([("7", _storage.Logs("7"))]);
        var instance = await boards.StartAsync(Address, "/lab/runs/7/tensorboard", links, "a test", TestContext.Current.CancellationToken);
        await Eventually.TrueAsync(() => instance.Status.Phase != TensorBoardPhase.Starting, "it runs");
        Assert.Equal(TensorBoardPhase.Running, instance.Status.Phase);
        return instance;
    }

    // Includes processes whose parent ends later: listed while all are alive.
    private static List<int> Descendants(int id)
    {
        var parents = Process.GetProcesses().Select(process => (process.Id, Parent: ParentOf(process.Id))).ToList();
        List<int> Below(int parent) =>
            [.. parents.Where(process => process.Parent == parent).SelectMany(process => Below(process.Id).Prepend(process.Id))];
        return Below(id);
    }

    private static int ParentOf(int id)
    {
        try
        {
            return int.Parse(File.ReadAllText($"/proc/{id}/stat").Split(") ")[^1].Split(' ')[1]);
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
