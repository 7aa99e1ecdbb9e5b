using System.Text.Json;

namespace Sacredboard.Tests.Support;

/// <summary>A file of settings and directories of runs that it names, in a directory of their own.</summary>
public sealed class SettingsFolder : IDisposable
{
    private readonly DirectoryInfo _place = Directory.CreateTempSubdirectory("sacredboard-settings-");

    public string File => Path.Combine(_place.FullName, "settings.json");

    /// <summary>Makes a directory with one run of the samples, under an id of its own.</summary>
    public string AddRuns(string name, string sample)
    {
        var run = Directory.CreateDirectory(Path.Combine(_place.FullName, name, sample)).FullName;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "samples", sample), "*.json"))
        {
            System.IO.File.Copy(file, Path.Combine(run, Path.GetFileName(file)));
        }

        return Path.Combine(_place.FullName, name);
    }

    /// <summary>Names these places, each by its directory's name.</summary>
    public void Write(params string[] directories) => WriteText(JsonSerializer.Serialize(new
    {
        Sacredboard = new { Sources = directories.Select(path => new { Name = Path.GetFileName(path), Directory = path }) },
    }));

    public void WriteText(string text) => System.IO.File.WriteAllText(File, text);

    public void Dispose() => _place.Delete(recursive: true);
}
