using System.Data.Common;
using MySqlConnector;
using Sacredboard.Tests.Support.Sql;

[assembly: AssemblyFixture(typeof(MariaDbTestServer))]

namespace Sacredboard.Tests.Support.Sql;

/// <summary>A MariaDB, as Debian's package <c>mariadb-server</c> has it.</summary>
public sealed class MariaDbTestServer : SqlTestServer
{
    public override string Kind => Requirement.MariaDb;

    protected override string Program => "mariadbd";

    protected override string Variable => "SACREDBOARD_MARIADBD";

    protected override string Tables => "mysql.sql";

    protected override IEnumerable<string> Directories => ["/usr/sbin", "/usr/libexec", "/usr/local/sbin"];

    protected override async Task<string[]> PrepareAsync(string program)
    {
        var data = Path.Combine(Directory.FullName, "data");
        string[] asUser = [];
        if (Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows())
        {
            asUser = ["--user=mysql"];
            await ServerProcess.RunAsync("chown", "-R", "mysql", Directory.FullName);
        }

        await ServerProcess.RunAsync(
        [
            "mariadb-install-db", "--no-defaults", $"--datadir={data}", "--auth-root-authentication-method=normal", "--skip-test-db",
            .. asUser,
        ]);
        return
        [
            program, "--no-defaults", $"--datadir={data}", $"--port={Port}", "--bind-address=127.0.0.1",
            $"--socket={Path.Combine(Directory.FullName, "socket")}", $"--pid-file={Path.Combine(Directory.FullName, "pid")}",
            "--innodb-flush-log-at-trx-commit=0", "--innodb-buffer-pool-size=32M", "--skip-name-resolve", .. asUser,
        ];
    }

    protected override async Task<SqlTestDatabase> CreateAsync(string name)
    {
        await RunAsync("", $"""
            CREATE DATABASE {name} CHARACTER SET utf8mb4;
            CREATE USER IF NOT EXISTS '{User}'@'%' IDENTIFIED BY '{Password}';
            GRANT SELECT ON {name}.* TO '{User}'@'%';
            """);
        return new SqlTestDatabase($"mysql+pymysql://{User}:{Uri.EscapeDataString(Password)}@127.0.0.1:{Port}/{name}", () => Connect(name))
        {
            OwnerUrl = $"mariadb://root@127.0.0.1:{Port}/{name}",
        };
    }

    protected override DbConnection Connect(string database) => new MySqlConnection(new MySqlConnectionStringBuilder
    {
        Server = "127.0.0.1",
        Port = (uint)Port,
        UserID = "root",
        Database = database,
        Pooling = false,
    }.ToString());
}
