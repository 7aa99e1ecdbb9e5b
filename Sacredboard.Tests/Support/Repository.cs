namespace Sacredboard.Tests.Support;

internal static class Repository
{
    /// <summary>The directory that holds the solution, above wherever the tests were built to.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "Sacredboard.sln")))
        {
            directory = directory.Parent;
        }

        return directory?.FullName ?? throw new InvalidOperationException("The tests were not built inside the repository.");
    }
}
