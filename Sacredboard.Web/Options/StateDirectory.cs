using Sacredboard.Data.Stores;

namespace Sacredboard.Web.Options;

/// <summary>The directory of the dashboard's own state.</summary>
public static class StateDirectory
{
    /// <summary>The configured directory, or else one in the operating system's directory for user data; absolute.</summary>
    public static string Of(SacredboardOptions options) => Path.GetFullPath(
        options.StatePath.Length > 0 ? HomePath.Expand(options.StatePath) : Path.Join(UserData(), "sacredboard"));

    // $XDG_DATA_HOME or ~/.local/share, %LOCALAPPDATA%, ~/Library/Application Support; the program's directory for a user without a
    // home.
    private static string UserData() =>
        Environment.GetFolderPath(
            Environment.SpecialFolder.LocalApplicationData,
            Environment.SpecialFolderOption.DoNotVerify) is { Length: > 0 } data
            ? data
            : AppContext.BaseDirectory;
}
