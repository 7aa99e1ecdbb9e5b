using Microsoft.Extensions.Configuration.Json;
using Sacredboard.Data.Stores;
using Sacredboard.Web.CommandLine;
using Sacredboard.Web.Options;

namespace Sacredboard.Web.Sources;

/// <summary>
/// The files of settings, which may be edited while the program runs. They are looked at again and again, because watching takes a handle
/// of the system that others may have used up, and does not work on every network drive.
/// </summary>
public sealed class SettingsFile(
    IConfiguration configuration, SacredboardOptions started, Backends backends, StartSettings start)
{
    private readonly IReadOnlyList<IConfigurationSource> _sources = (configuration as IConfigurationBuilder)?.Sources.ToList() ?? [];
    private readonly Dictionary<string, string> _started = Others(configuration);
    private string? _stamp;

    /// <summary>For messages: its name without the directory.</summary>
    public string Name => "appsettings.json";

    /// <summary>The settings with which the program started.</summary>
    public SacredboardOptions Started => started;

    /// <summary>Settings whose values were changed since the start and take effect with the next one: all but the sources.</summary>
    public IReadOnlyList<string> Waiting { get; private set; } = [];

    /// <summary>Whether a file changed since the last call.</summary>
    public bool HasChanged()
    {
        var stamp = string.Join('\n', _sources.OfType<JsonConfigurationSource>().Select(Stamp));
        var hasChanged = _stamp is not null && _stamp != stamp;
        _stamp = stamp;
        return hasChanged;
    }

    /// <summary>Reads all settings as at the start; null, and why, when they are not valid.</summary>
    public (SacredboardOptions? Options, IReadOnlyList<string> Failures) Read()
    {
        try
        {
            var builder = new ConfigurationBuilder();
            foreach (var source in _sources)
            {
                builder.Add(source);
            }

            var read = builder.Build();
            var options = OptionsCheck.Read(read, backends, start);
            var others = Others(read);
            var changed = _started.Except(others).Concat(others.Except(_started));
            Waiting = [.. changed.Select(pair => pair.Key).Distinct().Order(StringComparer.Ordinal)];
            return (options, []);
        }
        catch (StartException exception)
        {
            return (null, exception.Failures);
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return (null, [$"{Name}: {Why(exception)}"]);
        }
    }

    private static Dictionary<string, string> Others(IConfiguration read) => read.GetSection(SacredboardOptions.Section)
        .AsEnumerable(makePathsRelative: true)
        .Where(pair => pair.Value is not null)
        .Where(pair => pair.Key.Split(':')[0] is not (nameof(SacredboardOptions.Sources) or nameof(SacredboardOptions.Place)))
        .ToDictionary(pair => pair.Key, pair => pair.Value!);

    private static string Stamp(JsonConfigurationSource source)
    {
        var file = source.Path is { } path ? source.FileProvider?.GetFileInfo(path) : null;
        return file is { Exists: true } ? FormattableString.Invariant($"{file.LastModified.UtcTicks} {file.Length}") : "";
    }

    // The text of the exception quotes what stands there, which may be a password.
    private static string Why(Exception exception)
    {
        for (Exception? cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is System.Text.Json.JsonException { LineNumber: { } line })
            {
                return FormattableString.Invariant($"is not valid JSON: look at line {line + 1}");
            }
        }

        return exception is InvalidDataException ? "is not valid JSON" : "cannot be read";
    }
}
