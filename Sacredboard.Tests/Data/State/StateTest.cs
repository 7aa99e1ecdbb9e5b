using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;
using Sacredboard.Data.State;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.State;

/// <summary>A test with a directory of its own for the state file.</summary>
public abstract class StateTest : IDisposable
{
    private readonly DirectoryInfo _directory = System.IO.Directory.CreateTempSubdirectory("sacredboard-state-");

    protected StateTest()
    {
        Directory = Path.Combine(_directory.FullName, "data", "sacredboard");
        Views = new(new StateFile(Directory), Time);
    }

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Does not exist at first.</summary>
    protected string Directory { get; }

    protected string FilePath => Path.Combine(Directory, "sacredboard.db");

    protected FakeTimeProvider Time { get; } = new(new DateTimeOffset(TestRuns.Epoch));

    protected ViewStore Views { get; }

    public void Dispose()
    {
        _directory.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    protected async Task<SavedView> SaveAsync(string name, string query = "q=x", string? owner = null, string source = "lab") =>
        (await Views.CreateAsync(source, owner, name, query, "here", Token)).View ?? throw new InvalidOperationException($"{name} was not saved");

    protected async Task<IEnumerable<string>> NamesAsync(string? person = null, string source = "lab") =>
        (await Views.ListAsync(source, person, Token)).Select(view => view.Name);

    /// <summary>Opens the file as another program would.</summary>
    protected SqliteConnection Open()
    {
        var connection = new SqliteConnection($"Data Source={FilePath};Pooling=False");
        connection.Open();
        return connection;
    }

    protected static object? Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
