using Sacredboard.Data.Stores.Directories;

namespace Sacredboard.Web.TensorBoard;

/// <summary>
/// The directory of one TensorBoard: a link to each log directory under a name of ours, a directory for temporary files, and the
/// identities of the dashboard and of TensorBoard. No name from a run appears on a command line.
/// </summary>
internal sealed class TensorBoardFolder(string path)
{
    // By link: where the system can do this, the links lead to what is held, so that nothing can be put in its place.
    private readonly Dictionary<TensorBoardLink, HeldDirectory> _held = [];

    public string Path { get; } = path;

    /// <summary>The <c>--logdir</c>. TensorBoard follows links, and names its runs after them.</summary>
    public string Links => System.IO.Path.Join(Path, "links");

    public string Temporary => System.IO.Path.Join(Path, "tmp");

    /// <summary>The identity of the dashboard that started it.</summary>
    public string OwnerFile => System.IO.Path.Join(Path, "owner");

    /// <summary>The identity of TensorBoard itself; written when it runs.</summary>
    public string ProgramFile => System.IO.Path.Join(Path, "program");

    /// <exception cref="IOException">The links cannot be created, or a directory became a link since it was checked.</exception>
    /// <exception cref="UnauthorizedAccessException">The links may not be created.</exception>
    public static TensorBoardFolder Create(string parent, IReadOnlyList<TensorBoardLink> links)
    {
        var folder = new TensorBoardFolder(System.IO.Path.Join(parent, Guid.NewGuid().ToString("N")));
        MakePrivate(parent);
        MakePrivate(folder.Path);
        ProcessIdentity.Own.Write(folder.OwnerFile);
        Directory.CreateDirectory(folder.Temporary);
        Directory.CreateDirectory(folder.Links);
        try
        {
            foreach (var link in links)
            {
                folder.Add(link);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            folder.Delete();
            throw;
        }

        return folder;
    }

    /// <summary>Follows log directories that were made anew at their paths; what became a link, or is gone, stays as it was.</summary>
    public void Renew()
    {
        foreach (var (link, held) in _held.Where(pair => !pair.Value.IsAtPath).ToList())
        {
            try
            {
                if (HeldDirectory.TryOpen(link.Directory) is { } anew)
                {
                    // Last: as soon as it is closed, its name may lead to whatever is opened next.
                    using var _ = held;
                    _held[link] = anew;
                    File.Delete(LinkOf(link));
                    Directory.CreateSymbolicLink(LinkOf(link), anew.Name);
                }
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // Not there yet, or not to be opened.
            }
        }
    }

    /// <summary>Deletes only its own files, and links without their targets.</summary>
    public void Delete()
    {
        foreach (var held in _held.Values)
        {
            held.Dispose();
        }

        _held.Clear();
        try
        {
            foreach (var link in Entries(Links).Where(entry => entry.LinkTarget is not null))
            {
                link.Delete();
            }

            foreach (var part in (string[])[Links, Temporary])
            {
                if (Directory.Exists(part))
                {
                    Directory.Delete(part, recursive: true);
                }
            }

            File.Delete(OwnerFile);
            File.Delete(ProgramFile);
            Directory.Delete(Path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Another dashboard deletes it already, or the next start will.
        }
    }

    private void Add(TensorBoardLink link)
    {
        if (HasLink(link.Directory))
        {
            throw new IOException($"'{link.Name}' was replaced by a link since its place was checked.");
        }

        if (HeldDirectory.TryOpen(link.Directory) is { } held)
        {
            _held.Add(link, held);
        }

        Directory.CreateSymbolicLink(LinkOf(link), _held.GetValueOrDefault(link)?.Name ?? link.Directory);
    }

    private string LinkOf(TensorBoardLink link) => System.IO.Path.Join(Links, link.Name);

    private static IEnumerable<FileSystemInfo> Entries(string directory) =>
        Directory.Exists(directory) ? new DirectoryInfo(directory).EnumerateFileSystemInfos() : [];

    // What may be opened was decided by the real path, which has none.
    private static bool HasLink(string real)
    {
        for (var part = real; !string.IsNullOrEmpty(part); part = System.IO.Path.GetDirectoryName(part))
        {
            if (new FileInfo(part).LinkTarget is not null)
            {
                return true;
            }
        }

        return false;
    }

    private static void MakePrivate(string directory)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(directory);
        }
        else
        {
            Directory.CreateDirectory(directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
