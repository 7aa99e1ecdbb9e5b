using Sacredboard.Data.Stores;
using Sacredboard.Data.Stores.Sql;
using Sacredboard.Data.Stores.Sql.Dialects;
using Sacredboard.Tests.Support;
using Sacredboard.Tests.Support.Sql;

namespace Sacredboard.Tests.Data.Stores.Sql;

public sealed class SqlUrlTests
{
    [Theory]
    [InlineData("postgresql://localhost/sacred", "postgresql", null, null, "localhost", null, "sacred")]
    [InlineData("postgres://db.example.org:5433/sacred", "postgresql", null, null, "db.example.org", 5433, "sacred")]
    [InlineData("postgresql+psycopg2://anna:p%40ss%2Fw@localhost:1/lab", "postgresql", "anna", "p@ss/w", "localhost", 1, "lab")]
    [InlineData("mysql+pymysql://anna@[::1]:3307/lab?charset=utf8mb4", "mysql", "anna", null, "::1", 3307, "lab")]
    [InlineData("mariadb+mariadbconnector://u:a:b@h/lab", "mysql", "u", "a:b", "h", null, "lab")]
    [InlineData("postgresql:///lab", "postgresql", null, null, null, null, "lab")]
    [InlineData("sqlite:////tmp/a%20b.db", "sqlite", null, null, null, null, "/tmp/a%20b.db")]
    [InlineData("sqlite+pysqlite:///runs/a.db", "sqlite", null, null, null, null, "runs/a.db")]
    public void A_URL_is_read_as_SQLAlchemy_reads_it(
        string text, string dialect, string? user, string? password, string? host, int? port, string database)
    {
        Assert.True(SqlUrl.TryParse(text, out var url, out _));
        Assert.Equal((dialect, user, password, host), (url.Dialect, url.User, url.Password, url.Host));
        Assert.Equal((port, database), (url.Port, url.Database));
        Assert.DoesNotContain("p@ss", url.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sqlite://", "names no file")]
    [InlineData("sqlite:///:memory:", "names no file")]
    [InlineData("sqlite://runs.db", "has too few slashes")]
    [InlineData("sqlite:///there/is/no.db", "there is no file")]
    [InlineData("sqlite+pysqlcipher:///a.db", "names the driver pysqlcipher")]
    [InlineData("postgresql://u:secret@h", "names no database")]
    [InlineData("mysql://u:secret@h/", "names no database")]
    [InlineData("postgresql://u:secret@h:port/d", "has a port that is not a number")]
    [InlineData("postgresql://u:secret@h/d?ssl_mode=require", "has the option 'ssl_mode'")]
    [InlineData("postgresql://u:secret@h/d?sslmode=secret", "has an sslmode that is not one of")]
    [InlineData("mysql://u:secret@h/d?sslmode=require", "has the option 'sslmode'")]
    public void What_is_wrong_is_said_without_the_password(string text, string problem)
    {
        var found = Assert.Single(new Backends().AddSql().Check(new PlaceOptions { Url = text }));

        Assert.StartsWith(problem, found.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret@", found.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("'secret'", found.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("postgresql+psycopg2://anna:p%40ss@db:5433/lab?sslmode=verify-full", "postgresql://db:5433/lab", "lab")]
    [InlineData("mysql+pymysql://anna:p%40ss@db/lab?charset=utf8mb4", "mysql://db:3306/lab", "lab")]
    public void A_place_is_shown_without_credentials(string text, string name, string shortName)
    {
        var place = new PlaceOptions { Url = text };
        var backends = new Backends().AddSql();
        var info = backends.Open(place, new StoreContext(TimeProvider.System, 1 << 20)).Info;

        Assert.Empty(backends.Check(place));
        Assert.Equal((name, shortName), (info.Place.Name, backends.ShortName(place)));
        Assert.Equal($"SqlObserver(\"{name}\")", info.Observer);
    }

    [Fact]
    public void A_plain_path_of_an_SQLite_file_is_a_place()
    {
        var place = new PlaceOptions { Directory = SqlCorpus.Path };

        Assert.True(new SqlBackend().Recognizes(place));
        Assert.Empty(new SqlBackend().Check(place));
        Assert.Equal("sacred", new SqlBackend().ShortName(place));
        var other = Assert.Single(new SqlBackend().Check(new PlaceOptions { Directory = TestFiles.Path("sql", "mysql.sql") }));
        Assert.Contains("is a file, but no SQLite database", other.Text, StringComparison.Ordinal);
        Assert.False(new SqlBackend().Recognizes(new PlaceOptions { Directory = TestFiles.Path("sql") }));
    }
}
