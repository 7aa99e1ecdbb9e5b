namespace Sacredboard.Web.Hosting;

/// <summary>Where <c>wwwroot/</c>, <c>appsettings.json</c> and <c>samples/</c> lie.</summary>
public static class ContentRoot
{
    /// <summary>Beside the program when it was published, otherwise (<c>dotnet run</c>) the repository's root above it.</summary>
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
