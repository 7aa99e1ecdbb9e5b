namespace Sacredboard.Web.TensorBoard;

/// <summary>Finds programs.</summary>
internal static class ProgramPath
{
    /// <summary>The absolute path of a program given by path or by name on the PATH; null when there is no executable one.</summary>
    public static string? Find(string name)
    {
        if (name.Length == 0 || name.Contains('\0'))
        {
            return null;
        }

        if (Path.GetFileName(name) != name)
        {
            return Path.GetFullPath(name) is var path && IsProgram(path) ? path : null;
        }

        // A relative entry such as "." would depend on the dashboard's current directory.
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Where(Path.IsPathFullyQualified)
            .SelectMany(directory => Suffixes.Select(suffix => Path.Join(directory, name + suffix)))
            .FirstOrDefault(IsProgram);
    }

    private static string[] Suffixes { get; } = OperatingSystem.IsWindows() ? [".exe", ""] : [""];

    private static bool IsProgram(string path)
    {
        const UnixFileMode execute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        return File.Exists(path) && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & execute) != 0);
    }
}
