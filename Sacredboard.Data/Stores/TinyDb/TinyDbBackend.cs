namespace Sacredboard.Data.Stores.TinyDb;

public static class TinyDbBackendRegistration
{
    /// <summary>Runs that a TinyDbObserver wrote.</summary>
    public static Backends AddTinyDb(this Backends backends) => backends.Add(new TinyDbBackend());
}

internal sealed class TinyDbBackend : IBackend
{
    public string Allowed => "a directory of a TinyDbObserver";

    public bool Recognizes(PlaceOptions place) =>
        place is { Scheme: null, Directory.Length: > 0 } && DirectoryOf(place) is { } directory && Holds(directory);

    public IEnumerable<PlaceProblem> Check(PlaceOptions place) => [];

    public string ShortName(PlaceOptions place) => Path.GetFileName(DirectoryOf(place));

    public IRunStore Open(PlaceOptions place, StoreContext context) => new TinyDbRunStore(DirectoryOf(place), context.Time);

    // The file itself may be named as well.
    private static string DirectoryOf(PlaceOptions place) =>
        Path.GetFileName(place.FullDirectory) == TinyDbRunStore.FileName && File.Exists(place.FullDirectory)
            ? Path.GetDirectoryName(place.FullDirectory)!
            : place.FullDirectory;

    // Other programs have files of this name too. Before there is a run, the observer's is empty.
    private static bool Holds(string directory)
    {
        try
        {
            var path = Path.Combine(directory, TinyDbRunStore.FileName);
            if (!File.Exists(path))
            {
                return false;
            }

            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            Span<byte> start = stackalloc byte[64];
            var text = start[..file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)].Trim(" \r\n\t"u8);
            return text.IsEmpty || Directory.Exists(Path.Combine(directory, "hashfs"))
                || (text[0] == (byte)'{' && text[1..].TrimStart(" \r\n\t"u8) is var first
                    && (first.StartsWith("\"runs\""u8) || first.StartsWith("\"_default\""u8)));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Which is said when it is read.
            return true;
        }
    }
}
