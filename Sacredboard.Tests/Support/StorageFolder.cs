namespace Sacredboard.Tests.Support;

/// <summary>A FileStorage directory of a test's own, deleted afterwards.</summary>
public sealed class StorageFolder : IDisposable
{
    private static readonly DateTime LongAgo = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly string _place = Directory.CreateTempSubdirectory("sacredboard-files-").FullName;

    public StorageFolder() => Directory.CreateDirectory(Root);

    public string Root => Path.Combine(_place, "runs");

    /// <summary>Beside the storage, where nothing of it may lead.</summary>
    public string Outside(string name) => Path.Combine(_place, name);

    public string Of(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>Writes a file of a run; its directory is made.</summary>
    public void Write(string run, string name, string text)
    {
        Directory.CreateDirectory(Of(run));
        File.WriteAllText(Of(run, name), text);
    }

    /// <summary>The same with an old time, so that the file does not count as being written.</summary>
    public void WriteOld(string run, string name, string text)
    {
        Write(run, name, text);
        File.SetLastWriteTimeUtc(Of(run, name), LongAgo);
    }

    /// <summary>Copies a directory with all in it into the storage; what is copied is old then.</summary>
    public void Copy(string source, string name)
    {
        Directory.CreateDirectory(Of(name));
        foreach (var directory in Directory.EnumerateDirectories(source, "*", SearchOption.AllDirectories))
        {
            Directory.CreateDirectory(Of(name, Path.GetRelativePath(source, directory)));
        }

        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var target = Of(name, Path.GetRelativePath(source, file));
            File.Copy(file, target, overwrite: true);
            File.SetLastWriteTimeUtc(target, LongAgo);
        }
    }

    public void Dispose() => Directory.Delete(_place, recursive: true);
}
