namespace Sacredboard.Tests.Support;

/// <summary>The mongod that the package Mongo2Go brings along, in a build with <c>-p:Mongo2Go=true</c>.</summary>
internal static class Mongo2GoProgram
{
    public static string? Find()
    {
#if MONGO2GO
        // The package unpacks the servers of all systems below the NuGet cache; its own runner takes the same file.
        var package = Path.GetDirectoryName(typeof(Mongo2Go.MongoDbRunner).Assembly.Location)!;
        var system = OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "osx" : "linux";
        var cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        return new[] { package, Path.Combine(cache, "mongo2go") }
            .Where(Directory.Exists)
            .SelectMany(directory => Directory.EnumerateFiles(directory, "mongod*", SearchOption.AllDirectories))
            .FirstOrDefault(file => file.Contains(system) && Path.GetFileNameWithoutExtension(file) == "mongod");
#else
        return null;
#endif
    }
}
