using System.Data.Common;
using MySqlConnector;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Stores.Sql.Dialects;

/// <summary>A database of a MySQL or MariaDB server.</summary>
internal sealed class MySqlServer(SqlUrl url) : SqlServer(url, 3306)
{
    private string? _connection;

    public override string ColumnsQuery =>
        "SELECT table_name, column_name, data_type FROM information_schema.columns WHERE table_schema = DATABASE()";

    // A query and its answer must each fit into a packet, of which old servers allow one megabyte.
    public override int PartBytes => 512 << 10;

    protected override string Kind => "MySQL";

    /// <summary>The names of the options of Python's drivers that have a meaning here, and of those that need none.</summary>
    public static IReadOnlyList<string> Options { get; } =
    [
        "host", "port", "user", "password", "unix_socket", "ssl", "ssl_ca", "ssl_cert", "ssl_key", "ssl_mode", "ssl_disabled",
        "ssl_verify_cert", "ssl_verify_identity", "ssl_check_hostname", "charset", "use_unicode", "connect_timeout", "read_timeout",
        "write_timeout", "collation", "autocommit", "auth_plugin", "binary_prefix", "local_infile",
    ];

    public override string Quote(string name) => $"`{name}`";

    public override string Utf8(string text) => $"CAST(CONVERT({text} USING utf8mb4) AS BINARY)";

    // As text, in which the server sends numbers, a FLOAT has six digits.
    public override string Real(string number) => $"{number} + 0e0";

    public override SacredValue? ValueOf(object stored, string type) =>
        type == "float" && stored is double number ? SqlValue.Of((float)number) : SqlValue.Of(stored);

    public override async Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = new MySqlConnection(_connection ??= ConnectionString());
        try
        {
            await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
            await using var readOnly = new MySqlCommand("SET SESSION TRANSACTION READ ONLY", connection);
            await readOnly.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    protected override RunStoreException? OfServer(Exception exception) => exception is not MySqlException { ErrorCode: var code } ? null
        : code switch
        {
            MySqlErrorCode.AccessDenied => Problem(RunStoreProblem.Refused, "refuses this user and password.", exception),
            MySqlErrorCode.DatabaseAccessDenied or MySqlErrorCode.TableAccessDenied or MySqlErrorCode.ColumnAccessDenied => Problem(
                RunStoreProblem.Refused, $"does not let this user read {Url.Database}: GRANT SELECT does.", exception),
            MySqlErrorCode.UnknownDatabase => Problem(RunStoreProblem.Unreachable, $"has no database {Url.Database}.", exception),
            MySqlErrorCode.TooManyUserConnections or MySqlErrorCode.ConnectionCountError => Problem(
                RunStoreProblem.Busy, "has no free connection. Try again.", exception),
            // The driver says no more.
            MySqlErrorCode.UnableToConnectToHost when exception.InnerException is null => Problem(
                RunStoreProblem.Unreachable,
                "cannot be connected to: check its name and port, and that the server runs and listens on this network.",
                exception),
            MySqlErrorCode.UnableToConnectToHost or MySqlErrorCode.CommandTimeoutExpired or MySqlErrorCode.ServerShutdown
                or MySqlErrorCode.None => null,
            _ => Problem(RunStoreProblem.Unreadable, $"reports error {(int)code}.", exception),
        };

    /// <summary>The driver keeps connections by itself.</summary>
    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private string ConnectionString()
    {
        var socket = Option("unix_socket");
        var builder = new MySqlConnectionStringBuilder
        {
            Server = Host,
            ConnectionProtocol = socket is null ? MySqlConnectionProtocol.Sockets : MySqlConnectionProtocol.UnixSocket,
            Port = (uint)Port,
            Database = Url.Database,
            UserID = Url.User ?? Option("user"),
            Password = Url.Password ?? Option("password"),
            ApplicationName = "sacredboard",
            ConnectionTimeout = ConnectTimeout,
            DefaultCommandTimeout = CommandTimeout,
            MaximumPoolSize = MaxConnections,
            ConvertZeroDateTime = true,
            AllowUserVariables = false,
            // What the server asks a client to send could be any file of this machine.
            AllowLoadLocalInfile = false,
        };
        var verifies = Option("ssl_verify_identity", "ssl_check_hostname") is "true" or "True" or "1";
        var ca = Option("ssl_ca");
        builder.SslMode = verifies ? MySqlSslMode.VerifyFull : ca is not null ? MySqlSslMode.VerifyCA
            : Option("ssl_disabled") is "true" or "True" or "1" ? MySqlSslMode.Disabled : MySqlSslMode.Preferred;
        (builder.SslCa, builder.SslCert, builder.SslKey) = (ca, Option("ssl_cert"), Option("ssl_key"));
        return builder.ToString();
    }
}
