namespace Sacredboard.Data.Fields;

/// <summary>Config keys that are not settings of the experiment.</summary>
public static class ConfigKey
{
    /// <summary>The key of the docstring of a config scope, at any depth.</summary>
    public const string Docstring = "__doc__";

    /// <summary>The key of tags, by convention.</summary>
    private const string Tags = "tags";

    /// <summary>False for docstrings, tags and the empty path.</summary>
    public static bool IsSetting(IReadOnlyList<string> path) => path is not ([] or [Tags, ..] or [.., Docstring]);
}
