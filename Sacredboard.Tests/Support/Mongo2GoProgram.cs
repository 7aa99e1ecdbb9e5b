namespace Sacredboard.Tests.Support;

/// <summary>The mongod that the package Mongo2Go brings along, in a build with <c>-p:Mongo2Go=true</c>.</summary>
internal static class Mongo2GoProgram
{
    public static string? Find()
    {
#if MONGO2GO
        // The package holds the servers of all systems, unpacked in the NuGet cache, on Unix without the right to execute.
        var system = OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "osx" : "linux";
        var cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var package = Path.Combine(cache, "mongo2go");
        var found = !Directory.Exists(package) ? null : Directory.EnumerateFiles(package, "mongod*", SearchOption.AllDirectories)
            .FirstOrDefault(file => file.Contains(system, StringComparison.Ordinal) && Path.GetFileNameWithoutExtension(file) == "mongod");
        if (found is not null && !OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(found, File.GetUnixFileMode(found) | UnixFileMode.UserExecute);
        }

        return found;
#else
        return null;
#endif
    }
}
