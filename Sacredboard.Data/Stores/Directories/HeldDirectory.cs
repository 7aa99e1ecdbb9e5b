using Microsoft.Win32.SafeHandles;

namespace Sacredboard.Data.Stores.Directories;

/// <summary>
/// A directory that is held open, so that it can be handed to another program of the same user by a name that leads to it and to nothing
/// else, whatever its path leads to later.
/// </summary>
public sealed class HeldDirectory : IDisposable
{
    private readonly SafeFileHandle _handle;
    private readonly string _path;

    private HeldDirectory(SafeFileHandle handle, string path)
    {
        (_handle, _path) = (handle, path);
        Name = $"/proc/{Environment.ProcessId}/fd/{handle.DangerousGetHandle()}";
    }

    /// <summary>An absolute path that leads to the directory until it is disposed.</summary>
    public string Name { get; }

    /// <summary>False once something else, or nothing, is at the path.</summary>
    public bool IsAtPath => new FileInfo(Name).LinkTarget == _path;

    /// <summary>Null where the system has no names for what is open, or cannot open a path without following links.</summary>
    /// <param name="path">A real path.</param>
    /// <exception cref="IOException">There is no directory, or a link is in the path.</exception>
    /// <exception cref="UnauthorizedAccessException">There is no right to read it.</exception>
    public static HeldDirectory? TryOpen(string path)
    {
        if (OpenWithoutLinks.TryOpenDirectory(path) is not { } handle)
        {
            return null;
        }

        var held = new HeldDirectory(handle, Path.TrimEndingDirectorySeparator(path));
        if (Path.Exists(held.Name))
        {
            return held;
        }

        held.Dispose();
        return null;
    }

    public void Dispose() => _handle.Dispose();
}
