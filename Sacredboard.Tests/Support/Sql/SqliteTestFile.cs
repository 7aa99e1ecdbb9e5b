using Microsoft.Data.Sqlite;

namespace Sacredboard.Tests.Support.Sql;

/// <summary>An SQLite file of one test: a copy of the recorded runs.</summary>
public sealed class SqliteTestFile : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("sacredboard-sqlite-");

    public SqliteTestFile()
    {
        Path = System.IO.Path.Combine(_directory.FullName, "sacred.sqlite");
        File.Copy(SqlCorpus.Path, Path);
        Database = new SqlTestDatabase($"sqlite:///{Path}", Connect);
    }

    public string Path { get; }

    public SqlTestDatabase Database { get; }

    public SqliteConnection Connect() => new(new SqliteConnectionStringBuilder { DataSource = Path, Pooling = false, ForeignKeys = false }.ToString());

    public void Dispose() => _directory.Delete(recursive: true);
}
