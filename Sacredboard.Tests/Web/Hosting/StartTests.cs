using System.Net;
using System.Net.Sockets;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Web.Hosting;

public sealed class StartTests
{
    [Theory]
    [InlineData("--port: is 'abc', allowed is a whole number", "--port", "abc")]
    [InlineData("--prot: is not an option of Sacredboard; --help lists them", "--prot", "1")]
    [InlineData("PLACE: there is no directory '/no/such/place'; allowed is a mongodb:// or mongodb+srv:// URL, an s3:// or gs:// URL, a directory of a TinyDbObserver, a sqlite:///, postgresql:// or mysql:// URL or an SQLite file of a SqlObserver, a directory of TensorBoard logs, or a directory of a FileStorageObserver or of such directories", "/no/such/place")]
    [InlineData("-m: 'x' in 'x:sacred' is not a port; allowed is [[HOST:]PORT:]DATABASE with a port from 1 to 65535", "-m", "x:sacred")]
    [InlineData("-m: takes [[HOST:]PORT:]DATABASE; a connection string is a PLACE of its own, or see -mu", "-m", "mongodb://u:hush@lab/x")]
    [InlineData("PLACE: looks like a server without its scheme; allowed is mongodb://user:password@server/database", "u:hush@lab/x")]
    [InlineData("PLACE: has the option 'authsorce', which would be ignored; leave it out, or check its spelling", "mongodb://lab/x?authsorce=y")]
    [InlineData("mongodb://u:***@lab/y: is one word too many; only one PLACE may be given", "samples", "mongodb://u:hush@lab/y")]
    [InlineData("-mu: needs two values, -mu <URI> <DATABASE>", "-mu", "mongodb://localhost")]
    public async Task A_wrong_option_ends_the_start_with_one_line_and_exit_code_2(string line, params string[] arguments)
    {
        await using var board = SacredboardProcess.Start(arguments);

        Assert.Equal(2, await board.ExitAsync());
        Assert.Equal([line], board.Errors);
        Assert.Empty(board.Output);
    }

    [Theory]
    [InlineData("Kestrel__Endpoints__Other__Url", "http://0.0.0.0:5999", "Kestrel:Endpoints:Other: is not used")]
    [InlineData("ASPNETCORE_FORWARDEDHEADERS_ENABLED", "true", "ForwardedHeaders_Enabled: would believe anyone")]
    public async Task What_would_open_another_address_or_believe_anyone_is_refused(string name, string value, string line)
    {
        await using var board = SacredboardProcess.Start(["--port", "0"], (name, value));

        Assert.Equal(2, await board.ExitAsync());
        Assert.StartsWith(line, Assert.Single(board.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_is_away_is_logged_once_with_the_reason()
    {
        await using var board = SacredboardProcess.Start("mongodb://127.0.0.1:1/lab?serverSelectionTimeoutMS=200", "--port", "0");
        using var client = new HttpClient { BaseAddress = await board.AddressAsync() };
        var ready = "";
        for (var tries = 0; tries < 100 && !ready.Contains("unavailable", StringComparison.Ordinal); tries++)
        {
            await Task.Delay(200, TestContext.Current.CancellationToken);
            using var answer = await client.GetAsync("readyz", TestContext.Current.CancellationToken);
            ready = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        }

        // Long enough for several tries of the catalog, each of which fails.
        await Task.Delay(TimeSpan.FromSeconds(6), TestContext.Current.CancellationToken);

        Assert.StartsWith("lab: unavailable: The MongoDB server 127.0.0.1:1 refuses the connection", ready);
        Assert.Single(board.Output, line => line.Contains("lab cannot be read since", StringComparison.Ordinal));
        Assert.DoesNotContain(board.Output, line => line.Contains("Exception", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Boards_that_start_at_one_moment_take_different_ports()
    {
        using var first = new TcpListener(IPAddress.Loopback, 0);
        first.Start();
        var port = $"{((IPEndPoint)first.LocalEndpoint).Port}";
        var boards = Enumerable.Range(0, 4).Select(_ => SacredboardProcess.Start("--port", port)).ToList();
        try
        {
            var addresses = await Task.WhenAll(boards.Select(board => board.AddressAsync()));

            Assert.Equal(boards.Count, addresses.Select(address => address.Port).Distinct().Count());
            Assert.All(boards, board => Assert.Empty(board.Errors));
        }
        finally
        {
            foreach (var board in boards)
            {
                await board.DisposeAsync();
            }
        }
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
