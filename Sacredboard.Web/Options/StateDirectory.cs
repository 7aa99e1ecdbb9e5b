namespace Sacredboard.Web.Options;

/// <summary>Where the dashboard keeps its own state.</summary>
public static class StateDirectory
{
    /// <summary>The directory of the setting, or else the one that this system has for a user's data; absolute.</summary>
    public static string Of(SacredboardOptions options) => Path.GetFullPath(
        options.StatePath.Length > 0 ? HomePath.Expand(options.StatePath) : Path.Join(UserData(), "sacredboard"));

    // $XDG_DATA_HOME or ~/.local/share; %LOCALAPPDATA%; ~/Library/Application Support. A user without a home has none.
    private static string UserData() =>
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify) is { Length: > 0 } data
            ? data
            : AppContext.BaseDirectory;
}
