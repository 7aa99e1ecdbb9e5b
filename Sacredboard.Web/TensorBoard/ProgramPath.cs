namespace Sacredboard.Web.TensorBoard;

/// <summary>Where a program lies.</summary>
internal static class ProgramPath
{
    /// <summary>The absolute path of a program that is given by a path or by its name on the PATH; null when there is none that may be run.</summary>
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

        // An entry such as "." would mean the directory that the dashboard happens to stand in.
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
