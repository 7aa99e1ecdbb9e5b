namespace Sacredboard.Data.Stores;

public static class HomePath
{
    /// <summary>Expands <c>~</c> and <c>~/…</c> to the home directory, which shells do, but not in configuration files.</summary>
    public static string Expand(string path) =>
        path == "~" || path.StartsWith("~/", StringComparison.Ordinal)
            ? Path.Join(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), path[1..])
            : path;
}
