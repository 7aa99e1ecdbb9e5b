namespace Sacredboard.Tests.Support;

/// <summary>The runs of samples/ in the repository.</summary>
public static class SampleRuns
{
    public static string Directory { get; } = Find();

    private static string Find()
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(System.IO.Path.Combine(root, "Sacredboard.sln")))
        {
            root = System.IO.Path.GetDirectoryName(root) ?? throw new InvalidOperationException("The tests do not lie in the repository.");
        }

        return System.IO.Path.Combine(root, "samples");
    }
}
