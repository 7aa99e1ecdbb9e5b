namespace Sacredboard.Web.CommandLine;

/// <summary>The command line as settings, and by which word the user gave each, so that a complaint can name it.</summary>
public sealed class StartSettings
{
    private readonly Dictionary<string, string?> _values = [];
    private readonly Dictionary<string, string> _spelledAs = [];

    /// <summary>Configuration keys and values.</summary>
    public IReadOnlyDictionary<string, string?> Values => _values;

    /// <summary>Notes for the user that are no mistakes.</summary>
    public IList<string> Notes { get; } = [];

    public void Set(string key, string? value, string spelledAs)
    {
        _values[key] = value;
        _spelledAs[key] = spelledAs;
    }

    /// <summary>Whether the value stands on the command line, not in a file or the environment.</summary>
    public bool IsGiven(string key) => _spelledAs.ContainsKey(key);

    /// <summary>What to call a setting: <c>--port</c> where it was given so, otherwise <c>Sacredboard:Port</c>.</summary>
    public string NameOf(string key) => _spelledAs.GetValueOrDefault(key, key);
}
