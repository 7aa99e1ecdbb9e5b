namespace Sacredboard.Web.Options;

public static class HomePath
{
    /// <summary><c>~</c> and <c>~/…</c> in the home directory; other paths as they are. Shells do this, configuration files do not.</summary>
    public static string Expand(string path) =>
        path == "~" || path.StartsWith("~/", StringComparison.Ordinal)
            ? Path.Join(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), path[1..])
            : path;
}
