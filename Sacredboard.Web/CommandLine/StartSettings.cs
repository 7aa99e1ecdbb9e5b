namespace Sacredboard.Web.CommandLine;

/// <summary>The settings of the command line, and the option that set each, so that messages can name it.</summary>
public sealed class StartSettings
{
    private readonly Dictionary<string, string?> _values = [];
    private readonly Dictionary<string, string> _spelledAs = [];

    /// <summary>Configuration keys and values.</summary>
    public IReadOnlyDictionary<string, string?> Values => _values;

    /// <summary>Notes for the user that are not failures.</summary>
    public IList<string> Notes { get; } = [];

    public void Set(string key, string? value, string spelledAs)
    {
        _values[key] = value;
        _spelledAs[key] = spelledAs;
    }

    /// <summary>Whether the value was given on the command line, not in a file or the environment.</summary>
    public bool IsGiven(string key) => _spelledAs.ContainsKey(key);

    /// <summary>The name of a setting for messages: <c>--port</c> when given by that option, otherwise <c>Sacredboard:Port</c>.</summary>
    public string NameOf(string key) => _spelledAs.GetValueOrDefault(key, key);
}
