namespace Sacredboard.Web.Hosting;

/// <summary>Finds the directory with <c>wwwroot/</c>, <c>appsettings.json</c> and <c>samples/</c>.</summary>
public static class ContentRoot
{
    /// <summary>The program's directory when published, otherwise (<c>dotnet run</c>) the root of the repository above it.</summary>
    public static string Find(string programDirectory)
    {
        for (var directory = new DirectoryInfo(programDirectory); directory is not null; directory = directory.Parent)
        {
            if (Directory.Exists(Path.Combine(directory.FullName, "wwwroot")))
            {
                return directory.FullName;
            }
        }

        return programDirectory;
    }
}
