using System.Data.Common;
using Npgsql;
using Sacredboard.Tests.Support.Sql;

[assembly: AssemblyFixture(typeof(PostgreSqlTestServer))]

namespace Sacredboard.Tests.Support.Sql;

/// <summary>A PostgreSQL, as Debian's package <c>postgresql</c> has it.</summary>
public sealed class PostgreSqlTestServer : SqlTestServer
{
    private const string Owner = "owner";

    public override string Kind => Requirement.PostgreSql;

    protected override string Program => "postgres";

    protected override string Variable => "SACREDBOARD_POSTGRES";

    protected override string Tables => "postgresql.sql";

    protected override IEnumerable<string> Directories => System.IO.Directory.Exists("/usr/lib/postgresql")
        ? System.IO.Directory.EnumerateDirectories("/usr/lib/postgresql").OrderDescending().Select(version => Path.Combine(version, "bin"))
        : [];

    protected override async Task<string[]> PrepareAsync(string program)
    {
        var data = Path.Combine(Directory.FullName, "data");
        var password = Path.Combine(Directory.FullName, "password");
        await File.WriteAllTextAsync(password, Password + "\n");
        // It refuses to run as root.
        string[] asUser = Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows()
            ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] : [];
        if (asUser.Length > 0)
        {
            await ServerProcess.RunAsync("chown", "-R", "postgres", Directory.FullName);
        }

        await ServerProcess.RunAsync(
        [
            .. asUser, Path.Combine(Path.GetDirectoryName(program)!, "initdb"), "-D", data, "-U", Owner, "-A", "scram-sha-256",
            $"--pwfile={password}", "-E", "UTF8", "--locale=C", "--no-sync",
        ]);
        return
        [
            .. asUser, program, "-D", data, "-p", $"{Port}", "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=",
            "-c", "fsync=off", "-c", "shared_buffers=32MB",
        ];
    }

    protected override async Task<SqlTestDatabase> CreateAsync(string name)
    {
        await RunAsync("postgres", $"CREATE DATABASE {name}");
        await RunAsync(name, $"""
            DO $$ BEGIN CREATE ROLE {User} LOGIN PASSWORD '{Password}'; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
            ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO {User};
            """);
        return new SqlTestDatabase(
            $"postgresql+psycopg2://{User}:{Uri.EscapeDataString(Password)}@127.0.0.1:{Port}/{name}", () => Connect(name))
        {
            OwnerUrl = $"postgresql://{Owner}:{Uri.EscapeDataString(Password)}@127.0.0.1:{Port}/{name}",
        };
    }

    protected override DbConnection Connect(string database) => new NpgsqlConnection(new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = Port,
        Username = Owner,
        Password = Password,
        Database = database.Length > 0 ? database : "postgres",
        Pooling = false,
    }.ToString());
}
