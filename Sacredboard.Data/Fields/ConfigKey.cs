namespace Sacredboard.Data.Fields;

/// <summary>What stands in configs beside the experiment's settings.</summary>
public static class ConfigKey
{
    /// <summary>Under which Sacred keeps the docstring of a config scope, at any depth.</summary>
    public const string Docstring = "__doc__";

    /// <summary>Under which people keep tags.</summary>
    private const string Tags = "tags";

    /// <summary>False for docstrings and tags.</summary>
    public static bool IsSetting(IReadOnlyList<string> path) => path is not ([] or [Tags, ..] or [.., Docstring]);
}
