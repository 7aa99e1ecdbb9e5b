using System.Net;
using System.Net.Sockets;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Web.Hosting;

public sealed class StartTests
{
    [Theory]
    [InlineData("--port: is 'abc', allowed is a whole number", "--port", "abc")]
    [InlineData("--prot: is not an option of Sacredboard; --help lists them", "--prot", "1")]
    [InlineData("PLACE: there is no directory '/no/such/place'; allowed is a mongodb:// or mongodb+srv:// URL, a directory of TensorBoard logs, or a directory of a FileStorageObserver", "/no/such/place")]
    [InlineData("-m: 'x' in 'x:sacred' is not a port; allowed is [[HOST:]PORT:]DATABASE with a port from 1 to 65535", "-m", "x:sacred")]
    [InlineData("-mu: needs two values, -mu <URI> <DATABASE>", "-mu", "mongodb://localhost")]
    public async Task A_wrong_option_ends_the_start_with_one_line_and_exit_code_2(string line, params string[] arguments)
    {
        await using var board = SacredboardProcess.Start(arguments);

        Assert.Equal(2, await board.ExitAsync());
        Assert.Equal([line], board.Errors);
        Assert.Empty(board.Output);
    }

    [Fact]
    public async Task Every_wrong_setting_has_its_own_line()
    {
        await using var board = SacredboardProcess.Start(
            ["--port", "70000"],
            ("Sacredboard__SubUrl", "no slash"),
            ("Sacredboard__DeadAfterSeconds", "0"));

        Assert.Equal(2, await board.ExitAsync());
        Assert.Equal(3, board.Errors.Count);
        Assert.StartsWith("--port: is 70000", board.Errors[0], StringComparison.Ordinal);
        Assert.StartsWith("Sacredboard:SubUrl: is 'no slash'", board.Errors[1], StringComparison.Ordinal);
        Assert.StartsWith("Sacredboard:DeadAfterSeconds: is 0", board.Errors[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_others_can_reach_needs_the_insecure_option()
    {
        await using var refused = SacredboardProcess.Start("--bind", "0.0.0.0", "--port", "0");
        await using var insecure = SacredboardProcess.Start("--bind", "0.0.0.0", "--port", "0", "--insecure");

        Assert.Equal(2, await refused.ExitAsync());
        Assert.Contains("--insecure", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Equal("localhost", (await insecure.AddressAsync()).Host);
    }

    [Fact]
    public async Task A_busy_port_is_left_for_the_next_free_one_and_said_so()
    {
        using var busy = new TcpListener(IPAddress.Loopback, 0);
        busy.Start();
        var port = ((IPEndPoint)busy.LocalEndpoint).Port;

        await using var board = SacredboardProcess.Start("--port", $"{port}");

        var address = await board.AddressAsync();
        Assert.InRange(address.Port, port + 1, port + 49);
        Assert.Equal($"Port {port} is in use; took {address.Port}.", board.Output[0]);
    }

    [Fact]
    public async Task With_debug_only_the_one_port_is_tried()
    {
        using var busy = new TcpListener(IPAddress.Loopback, 0);
        busy.Start();
        var port = ((IPEndPoint)busy.LocalEndpoint).Port;

        await using var board = SacredboardProcess.Start("--port", $"{port}", "--debug");

        Assert.Equal(2, await board.ExitAsync());
        Assert.Equal([$"--port: port {port} is in use on 127.0.0.1; allowed is another free port, or 0 for any"], board.Errors);
    }

    [Fact]
    public async Task The_command_line_comes_before_the_environment_and_that_before_the_file()
    {
        await using var board = SacredboardProcess.Start(["--port", "0", "--sub-url", "/line"], ("Sacredboard__SubUrl", "/environment"));
        await using var other = SacredboardProcess.Start(["--port", "0"], ("Sacredboard__SubUrl", "/environment"));

        Assert.Equal("/line/", (await board.AddressAsync()).AbsolutePath);
        Assert.Equal("/environment/", (await other.AddressAsync()).AbsolutePath);
    }

    [Fact]
    public async Task Help_lists_every_option_and_the_version_is_one_line()
    {
        await using var help = SacredboardProcess.Start("--help");
        await using var version = SacredboardProcess.Start("--version");

        Assert.Equal(0, await help.ExitAsync());
        Assert.Equal(0, await version.ExitAsync());
        var text = string.Join('\n', help.Output);
        string[] options =
        [
            "PLACE", "-m ", "-mu ", "-mc ", "-F ", "--collection-prefix", "--port", "--bind", "--insecure", "--sub-url",
            "--dead-after", "--no-browser", "--debug", "--version", "--help",
        ];
        Assert.All(options, option => Assert.Contains(option, text, StringComparison.Ordinal));
        Assert.Matches(@"^\d+\.\d+\.\d+$", Assert.Single(version.Output));
    }
}
