using System.Text;

namespace Sacredboard.Tests.Support;

/// <summary>A directory of a TinyDbObserver of a test's own, with a copy of the recorded runs.</summary>
public sealed class TinyDbFolder : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("sacredboard-tinydb-");
    private DateTime _written = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public TinyDbFolder() => WriteOld(Recorded);

    /// <summary>The recorded metadata.json.</summary>
    public static string Recorded { get; } = System.IO.File.ReadAllText(TestFiles.Path("tinydb", "metadata.json"));

    public string Root => _directory.FullName;

    public string File => Path.Combine(Root, "metadata.json");

    /// <summary>Writes the file, just now.</summary>
    public void Write(string text) => System.IO.File.WriteAllBytes(File, Encoding.UTF8.GetBytes(text));

    /// <summary>The same with an old time that is newer than the last one, so that it does not count as being written.</summary>
    public void WriteOld(string text)
    {
        Write(text);
        _written = _written.AddSeconds(1);
        System.IO.File.SetLastWriteTimeUtc(File, _written);
    }

    public void Dispose() => _directory.Delete(recursive: true);
}
