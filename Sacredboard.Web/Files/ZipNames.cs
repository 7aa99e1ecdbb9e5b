namespace Sacredboard.Web.Files;

/// <summary>
/// The names of the entries of one zip. Whatever a run calls a file, its entry lies below the folder it belongs in, on every system that
/// unpacks it: no name climbs, is absolute, has a drive or is reserved, and none hides another. Not thread-safe.
/// </summary>
public sealed class ZipNames
{
    private const int MaxParts = 16;

    // Windows opens a device instead of a file of such a name, whatever its extension.
    private static readonly HashSet<string> Devices = new(
        ["con", "prn", "aux", "nul", .. Enumerable.Range(0, 10).SelectMany(number => new[] { $"com{number}", $"lpt{number}" })],
        StringComparer.OrdinalIgnoreCase);

    private readonly HashSet<string> _files = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _folders = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="folder">Where the entry belongs, with a slash at its end; "" for the top.</param>
    /// <param name="name">The stored name: any text, possibly a path.</param>
    /// <param name="otherwise">The name where nothing of it can be kept.</param>
    public string Take(string folder, string name, string otherwise)
    {
        string[] parts = [.. name.Split('/', '\\').Select(Part).Where(part => part.Length > 0).TakeLast(MaxParts)];
        var path = folder + (parts.Length == 0 ? otherwise : string.Join('/', parts));
        if (!IsFree(path))
        {
            // Where a file has the name of a folder, a number behind the last part would not help.
            path = folder + (parts.Length == 0 ? otherwise : string.Join('_', parts));
        }

        var dot = path.LastIndexOf('.') is var at && at > path.LastIndexOf('/') + 1 ? at : path.Length;
        var (unique, number) = (path, 2);
        while (!IsFree(unique))
        {
            unique = $"{path[..dot]} ({number++}){path[dot..]}";
        }

        _files.Add(unique);
        _folders.UnionWith(FoldersOf(unique));
        return unique;
    }

    private bool IsFree(string path) => !_files.Contains(path) && !_folders.Contains(path) && !FoldersOf(path).Any(_files.Contains);

    private static IEnumerable<string> FoldersOf(string path) =>
        Enumerable.Range(0, path.Length).Where(at => path[at] == '/').Select(at => path[..at]);

    private static string Part(string part)
    {
        var clean = DownloadName.Clean(part, "");
        return Devices.Contains(clean.Split('.')[0].TrimEnd()) ? "_" + clean : clean;
    }
}
