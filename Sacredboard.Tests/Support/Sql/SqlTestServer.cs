using System.Data.Common;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Sacredboard.Tests.Support.Sql;

/// <summary>
/// A server of one kind for all tests, started when first asked for on a free port with a directory of its own; without the program the
/// calling test is skipped, or failed where it is required. Tests take a database each.
/// </summary>
public abstract class SqlTestServer : IAsyncDisposable
{
    public const string User = "reader";

    /// <summary>Must stand as %XX in a URL.</summary>
    public const string Password = "p@ss/w0rd%";

    private readonly SemaphoreSlim _gate = new(1);
    private Process? _process;
    private SqlTestDatabase? _corpus;
    private int _databases;

    /// <summary>The word of the requirement and of the trait.</summary>
    public abstract string Kind { get; }

    public int Port { get; } = ServerProcess.FreePort();

    /// <summary>Where the server may lie besides the PATH.</summary>
    protected abstract IEnumerable<string> Directories { get; }

    protected abstract string Program { get; }

    /// <summary>Names the program, or any file beside it.</summary>
    protected abstract string Variable { get; }

    protected DirectoryInfo Directory { get; } = System.IO.Directory.CreateTempSubdirectory("sacredboard-sql-");

    /// <summary>A new database with the tables of a SqlObserver.</summary>
    public async Task<SqlTestDatabase> CreateDatabaseAsync(bool withTables = true)
    {
        Requirement.AssertTrait(Kind);
        await _gate.WaitAsync();
        try
        {
            if (_process is null)
            {
                if (Find() is not { } program)
                {
                    Requirement.Missing(Kind, $"no {Program} to test against: have it on the PATH or name it in {Variable}");
                    throw new UnreachableException();
                }

                _process = ServerProcess.Start(await PrepareAsync(program));
                await ServerProcess.UntilAsync(Program, AnswersAsync);
            }
        }
        finally
        {
            _gate.Release();
        }

        var database = await CreateAsync($"sacred_{Interlocked.Increment(ref _databases)}");
        if (withTables)
        {
            await database.RunAsync(await File.ReadAllTextAsync(TestFiles.Path("sql", Tables)));
        }

        return database;
    }

    /// <summary>The recorded runs, loaded once; tests only read them.</summary>
    public async Task<SqlTestDatabase> OpenCorpusAsync()
    {
        if (_corpus is null)
        {
            var database = await CreateDatabaseAsync();
            await SqlCorpus.CopyAsync(database);
            _corpus = database;
        }

        return _corpus;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await ServerProcess.StopAsync(_process);
        }

        _gate.Dispose();
        Directory.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>The file of the statements that make the tables.</summary>
    protected abstract string Tables { get; }

    /// <summary>Makes the data directory.</summary>
    /// <returns>The command that starts the server.</returns>
    protected abstract Task<string[]> PrepareAsync(string program);

    protected abstract Task<SqlTestDatabase> CreateAsync(string name);

    /// <summary>A connection that may do all.</summary>
    protected abstract DbConnection Connect(string database);

    protected async Task RunAsync(string database, string statement)
    {
        await using var connection = Connect(database);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        await command.ExecuteNonQueryAsync();
    }

    private string? Find()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given)
        {
            return File.Exists(given) ? given : throw new FileNotFoundException($"{Variable} names no file: {given}");
        }

        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Where(directory => directory.Length > 0)
            .Concat(Directories)
            .Select(directory => Path.Combine(directory, Program))
            .Where(File.Exists)
            // The tools lie beside the real file, not beside a link to it.
            .Select(path => File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path)
            .FirstOrDefault();
    }

    private async Task<bool> AnswersAsync()
    {
        if (_process!.HasExited)
        {
            throw new InvalidOperationException($"{Program} ended at once with code {_process.ExitCode}.");
        }

        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, Port);
            await using var connection = Connect("");
            await connection.OpenAsync();
            return true;
        }
        catch (Exception exception) when (exception is SocketException or DbException)
        {
            return false;
        }
    }
}
