using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Sacredboard.Data.Stores.Sql.Dialects;

/// <summary>
/// A database URL as SQLAlchemy reads it, and so as it stands in scripts that use a SqlObserver:
/// <c>dialect+driver://user:password@host:port/database?option=value</c>. The driver is one of Python's and means nothing here.
/// </summary>
internal sealed partial record SqlUrl
{
    /// <summary><c>sqlite</c>, <c>postgresql</c> or <c>mysql</c>.</summary>
    public required string Dialect { get; init; }

    /// <summary>Python's driver, or "".</summary>
    public string Driver { get; init; } = "";

    public string? User { get; init; }

    public string? Password { get; init; }

    /// <summary>Null for none: the default of the dialect.</summary>
    public string? Host { get; init; }

    public int? Port { get; init; }

    /// <summary>"" for none. For SQLite the path of the file.</summary>
    public string Database { get; init; } = "";

    public IReadOnlyList<KeyValuePair<string, string>> Options { get; init; } = [];

    /// <summary>The dialect of a scheme such as <c>mysql+pymysql://</c>; null when it is none of these.</summary>
    public static string? DialectOf(string? scheme) => Scheme().Match(scheme ?? "") is { Success: true } match
        ? match.Groups["dialect"].Value switch
        {
            "postgres" => "postgresql",
            "mariadb" => "mysql",
            var dialect => dialect,
        }
        : null;

    /// <summary>The problem never quotes the URL, which may hold a password.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out SqlUrl? url, [NotNullWhen(false)] out string? problem)
    {
        (url, problem) = (null, null);
        var match = Parts().Match(text);
        if (!match.Success || DialectOf(match.Groups["scheme"].Value + "://") is not { } dialect)
        {
            problem = "is not a valid database URL (dialect://[user:password@]host[:port]/database; special characters in user and "
                + "password as %XX)";
            return false;
        }

        var port = match.Groups["port"].Value;
        if (port.Length > 0 && !(ushort.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0))
        {
            problem = "has a port that is not a number from 1 to 65535; special characters in user and password must stand as %XX";
            return false;
        }

        url = new SqlUrl
        {
            Dialect = dialect,
            Driver = match.Groups["scheme"].Value.Split('+') is [_, var driver, ..] ? driver : "",
            User = Text(match.Groups["user"]),
            Password = Text(match.Groups["password"]),
            Host = match.Groups["six"].Success ? match.Groups["six"].Value : Text(match.Groups["host"]),
            Port = port.Length > 0 ? int.Parse(port, CultureInfo.InvariantCulture) : null,
            Database = match.Groups["database"].Value,
            Options = [.. Pairs(match.Groups["query"].Value)],
        };
        return true;
    }

    // The generated method that prints a record would print the password.
    public override string ToString() => $"{Dialect}://{Host}/{Database}";

    private static string? Text(Group group) => group.Success && group.Value.Length > 0 ? Uri.UnescapeDataString(group.Value) : null;

    private static IEnumerable<KeyValuePair<string, string>> Pairs(string query) => query
        .Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => pair.Split('=', 2))
        .Select(pair => KeyValuePair.Create(Decoded(pair[0]), pair.Length > 1 ? Decoded(pair[1]) : ""));

    private static string Decoded(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    [GeneratedRegex(@"^(?<dialect>sqlite|postgresql|postgres|mysql|mariadb)(\+[a-z0-9_]+)?://$", RegexOptions.CultureInvariant)]
    private static partial Regex Scheme();

    [GeneratedRegex(
        @"^(?<scheme>[a-z0-9_+]+)://((?<user>[^:/?]*)(:(?<password>[^@]*))?@)?"
            + @"((\[(?<six>[^/?\]]+)\]|(?<host>[^/:?]+))?(:(?<port>[^/?]*))?)?"
            + @"(/(?<database>[^?]*))?(\?(?<query>.*))?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
    private static partial Regex Parts();
}
