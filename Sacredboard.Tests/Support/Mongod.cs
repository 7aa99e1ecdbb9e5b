using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using MongoDB.Bson;
using MongoDB.Driver;

namespace Sacredboard.Tests.Support;

/// <summary>
/// A mongod of its own on a free port with an empty directory. It can be stopped and started again on the same data, and
/// dies with the test run: its input is a pipe from here, and where that ends (also in a crash) a small shell ends it.
/// </summary>
public sealed class Mongod : IAsyncDisposable
{
    private readonly string _program;
    private readonly string[] _arguments;
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("sacredboard-mongod-");
    private Process? _process;

    private Mongod(string program, string[] arguments)
    {
        (_program, _arguments) = (program, arguments);
        Port = ServerProcess.FreePort();
    }

    public int Port { get; }

    public string Url => $"mongodb://127.0.0.1:{Port}/?directConnection=true";

    /// <summary>Null when there is no mongod on this machine.</summary>
    public static async Task<Mongod?> TryStartAsync(params string[] arguments)
    {
        if (MongodProgram.Find() is not { } program)
        {
            return null;
        }

        var mongod = new Mongod(program, arguments);
        await mongod.StartAsync();
        return mongod;
    }

    /// <summary>
    /// A mongod with these arguments; without one on this machine the calling test is skipped, or failed when it is required.
    /// </summary>
    public static async Task<Mongod> StartOrSkipAsync(params string[] arguments)
    {
        Requirement.AssertTrait(Requirement.Mongo);
        if (await TryStartAsync(arguments) is { } mongod)
        {
            return mongod;
        }

        Requirement.Missing(Requirement.Mongo, "needs a mongod of its own: set SACREDBOARD_MONGOD or have mongod on the PATH");
        throw new UnreachableException();
    }

    /// <summary>A replica set of one, so that change streams work.</summary>
    public static async Task<Mongod> StartReplicaSetOrSkipAsync()
    {
        var mongod = await StartOrSkipAsync("--replSet", "rs0");
        var admin = new MongoClient(mongod.Url).GetDatabase("admin");
        var member = new BsonDocument { ["_id"] = 0, ["host"] = $"127.0.0.1:{mongod.Port}" };
        // Alone, there is no reason to wait for others before it elects itself again after a restart.
        var settings = new BsonDocument("electionTimeoutMillis", 500);
        await admin.RunCommandAsync<BsonDocument>(
            new BsonDocument(
                "replSetInitiate",
                new BsonDocument { ["_id"] = "rs0", ["members"] = new BsonArray { member }, ["settings"] = settings }));
        await ServerProcess.UntilAsync("mongod", async () =>
            (await admin.RunCommandAsync<BsonDocument>(new BsonDocument("hello", 1)))["isWritablePrimary"].AsBoolean);
        return mongod;
    }

    public async Task StartAsync()
    {
        string[] command =
        [
            _program, "--dbpath", _directory.FullName, "--port", $"{Port}", "--bind_ip", "127.0.0.1", "--wiredTigerCacheSizeGB", "0.25",
            "--setParameter", "diagnosticDataCollectionEnabled=false", .. _arguments,
        ];
        _process = ServerProcess.Start(command);
        await ServerProcess.UntilAsync("mongod", AnswersAsync);
    }

    /// <summary>As if the machine failed: nothing is said goodbye to. The data stays.</summary>
    public async Task StopAsync()
    {
        if (_process is not { } process)
        {
            return;
        }

        _process = null;
        await ServerProcess.StopAsync(process);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _directory.Delete(recursive: true);
    }

    private async Task<bool> AnswersAsync()
    {
        if (_process!.HasExited)
        {
            throw new InvalidOperationException($"mongod ended at once with code {_process.ExitCode}.");
        }

        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
