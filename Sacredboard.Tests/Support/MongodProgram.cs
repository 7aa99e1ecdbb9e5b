namespace Sacredboard.Tests.Support;

/// <summary>Finds a mongod to start.</summary>
public static class MongodProgram
{
    public const string Reason =
        "no MongoDB to test against: set SACREDBOARD_TEST_MONGO (a URL) or SACREDBOARD_MONGOD (a mongod), have mongod on the PATH, or "
            + "build with -p:Mongo2Go=true";

    /// <summary>The program, or null when this machine has none.</summary>
    public static string? Find()
    {
        if (Environment.GetEnvironmentVariable("SACREDBOARD_MONGOD") is { Length: > 0 } given)
        {
            return File.Exists(given) ? given : throw new FileNotFoundException($"SACREDBOARD_MONGOD names no file: {given}");
        }

        var name = OperatingSystem.IsWindows() ? "mongod.exe" : "mongod";
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Where(directory => directory.Length > 0)
            .Select(directory => Path.Combine(directory, name))
            .Append(Mongo2GoProgram.Find())
            .FirstOrDefault(File.Exists);
    }
}
