using System.Globalization;
using Sacredboard.Data.Stores;
using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace Sacredboard.Web.CommandLine;

/// <summary>
/// Reads SEML's own configuration: a YAML file with host, port, database, username and password. No message quotes a value but host, port
/// and database.
/// </summary>
internal static class SemlConfig
{
    private const string Option = "--seml";
    private const string Tunnel = "ssh_config";
    private const int MaxBytes = 64 * 1024;

    private static readonly string[] Needed = ["host", "port", "database", "username", "password"];

    /// <summary>Sets URL and database of a place.</summary>
    /// <param name="settings">Get them.</param>
    /// <param name="place">The beginning of their keys.</param>
    /// <param name="file">The file; null for the one where SEML keeps it.</param>
    /// <param name="failures">Get what is wrong with the file.</param>
    public static void Set(StartSettings settings, string place, string? file, List<string> failures)
    {
        var path = Path.GetFullPath(HomePath.Expand(file ?? DefaultPath));
        if (Read(path, failures) is not { } config)
        {
            return;
        }

        var missing = Needed.Where(key => Text(config, key) is null).ToList();
        if (missing.Count > 0)
        {
            failures.Add($"{Option}: '{path}' has no {string.Join(", ", missing)}; needed are {string.Join(", ", Needed)}");
            return;
        }

        var (host, database) = (Text(config, "host")!, Text(config, "database")!);
        if (!int.TryParse(Text(config, "port"), NumberStyles.None, CultureInfo.InvariantCulture, out var port) || port is < 1 or > 65535)
        {
            failures.Add($"{Option}: the port in '{path}' is not a number from 1 to 65535");
            return;
        }

        var isTunnelled = config.TryGetValue(Tunnel, out var tunnel) && tunnel is not null;
        if (isTunnelled)
        {
            settings.Notes.Add($"{Option}: SEML reaches this database through SSH. Sacredboard opens no tunnel; run "
                + $"{Command(tunnel as Dictionary<object, object>, host, port)} and let it run. Sacredboard then asks localhost:{port}.");
        }

        // SEML itself only takes the text 'True' for yes.
        var direct = isTunnelled || Text(config, "directConnection") == "True" ? "&directConnection=true" : "";
        var server = isTunnelled ? "localhost" : host;
        settings.Set(
            place + "Url",
            $"mongodb://{Escaped(config, "username")}:{Escaped(config, "password")}@{server}:{port}/"
                + $"?authSource={Uri.EscapeDataString(database)}{direct}",
            Option);
        settings.Set(place + "Database", database, Option);
    }

    // As Python's typer.get_app_dir("seml").
    private static string DefaultPath =>
        Path.Join(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.DoNotVerify),
            "seml", "mongodb.config");

    private static Dictionary<string, object?>? Read(string path, List<string> failures)
    {
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: <= MaxBytes }
                && new DeserializerBuilder().Build().Deserialize<Dictionary<string, object?>>(File.ReadAllText(path)) is { } config)
            {
                return config;
            }

            failures.Add(File.Exists(path)
                ? $"{Option}: '{path}' is not a configuration of SEML: lines such as host: db.example.org"
                : $"{Option}: '{path}' does not exist; 'seml configure' makes it, or name the file");
        }
        catch (YamlException exception)
        {
            failures.Add($"{Option}: '{path}' is not YAML: look at line {exception.Start.Line}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            failures.Add($"{Option}: '{path}' cannot be read");
        }

        return null;
    }

    private static string? Text(Dictionary<string, object?> config, string key) =>
        config.GetValueOrDefault(key) is string { Length: > 0 } text ? text : null;

    private static string Escaped(Dictionary<string, object?> config, string key) => Uri.EscapeDataString(Text(config, key)!);

    // The keys of sshtunnel.SSHTunnelForwarder.
    private static string Command(Dictionary<object, object>? tunnel, string host, int port)
    {
        var user = Member("ssh_username") is { } name ? name + "@" : "";
        var sshPort = Member("ssh_port") is { } other ? $" -p {other}" : "";
        var key = Member("ssh_pkey") is { } file ? $" -i {file}" : "";
        return $"ssh -N -L {port}:{host}:{port}{sshPort}{key} {user}{Member("ssh_address_or_host") ?? "GATEWAY"}";

        string? Member(string name) => tunnel?.GetValueOrDefault(name) as string;
    }
}
