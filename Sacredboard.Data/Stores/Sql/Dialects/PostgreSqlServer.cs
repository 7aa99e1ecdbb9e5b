using System.Data.Common;
using Npgsql;

namespace Sacredboard.Data.Stores.Sql.Dialects;

/// <summary>A database of a PostgreSQL server.</summary>
internal sealed class PostgreSqlServer(SqlUrl url) : SqlServer(url, 5432)
{
    private const string WrongPassword = "28P01";
    private const string WrongUser = "28000";
    private const string NoRight = "42501";
    private const string NoDatabase = "3D000";
    private const string TooManyConnections = "53300";
    private const string Stopped = "57P01";
    private const string Starting = "57P03";
    private const string Cancelled = "57014";

    private NpgsqlDataSource? _connections;

    public override string ColumnsQuery =>
        "SELECT table_name, column_name, data_type FROM information_schema.columns WHERE table_schema = ANY (current_schemas(false))";

    public override bool HoldsNul => false;

    protected override string Kind => "PostgreSQL";

    /// <summary>The names of libpq's options that have a meaning here, and of those that need none.</summary>
    public static IReadOnlyList<string> Options { get; } =
    [
        "host", "port", "user", "password", "sslmode", "sslrootcert", "sslcert", "sslkey", "options", "application_name",
        "connect_timeout", "client_encoding", "target_session_attrs", "gssencmode", "keepalives", "keepalives_idle", "keepalives_interval",
        "keepalives_count", "prepared_statement_cache_size", "async_fallback",
    ];

    public override async Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        _connections ??= NpgsqlDataSource.Create(ConnectionString());
        return await _connections.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
    }

    public override string Utf8(string text) => $"convert_to({text}, 'UTF8')";

    protected override RunStoreException? OfServer(Exception exception) => exception switch
    {
        PostgresException { SqlState: WrongPassword or WrongUser } => Problem(
            RunStoreProblem.Refused, "refuses this user and password, or wants another way to connect (pg_hba.conf).", exception),
        PostgresException { SqlState: NoRight } => Problem(
            RunStoreProblem.Refused, $"does not let this user read the tables of {Url.Database}: GRANT SELECT does.", exception),
        PostgresException { SqlState: NoDatabase } => Problem(
            RunStoreProblem.Unreachable, $"has no database {Url.Database}.", exception),
        PostgresException { SqlState: TooManyConnections } => Problem(
            RunStoreProblem.Busy, "has no free connection. Try again.", exception),
        PostgresException { SqlState: Stopped or Starting or Cancelled } => Problem(
            RunStoreProblem.Unreachable, "is stopping, starting or too busy.", exception),
        PostgresException { SqlState: var state } => Problem(RunStoreProblem.Unreadable, $"reports error {state}.", exception),
        _ => null,
    };

    public override async ValueTask DisposeAsync()
    {
        if (_connections is not null)
        {
            await _connections.DisposeAsync().ConfigureAwait(false);
        }
    }

    private string ConnectionString()
    {
        var builder = new NpgsqlConnectionStringBuilder
        {
            Host = Host,
            Port = Port,
            Database = Url.Database,
            Username = Url.User ?? Option("user"),
            Password = Url.Password ?? Option("password"),
            ApplicationName = Option("application_name") ?? "sacredboard",
            Options = $"-c default_transaction_read_only=on {Option("options")}".TrimEnd(),
            Timeout = ConnectTimeout,
            CommandTimeout = CommandTimeout,
            MaxPoolSize = MaxConnections,
            // Rows of a size of their own: no query is sent twice with the same text of parameters.
            MaxAutoPrepare = 0,
            GssEncryptionMode = GssEncryptionMode.Disable,
        };
        if (Option("sslmode") is { } mode)
        {
            builder.SslMode = Enum.Parse<SslMode>(mode.Replace("-", "", StringComparison.Ordinal), ignoreCase: true);
        }

        (builder.RootCertificate, builder.SslCertificate, builder.SslKey) = (Option("sslrootcert"), Option("sslcert"), Option("sslkey"));
        return builder.ToString();
    }
}
