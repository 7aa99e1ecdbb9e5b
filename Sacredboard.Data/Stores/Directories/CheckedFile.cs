using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Sacredboard.Data.Stores.Directories;

/// <summary>
/// Opens files whose paths were checked before. Who may write to the storage may put a link in the place of what was checked, so what
/// counts is the file that was opened: it is the one at the checked path, with no link in it, or it is closed before its first byte is
/// read.
/// </summary>
internal static class CheckedFile
{
    /// <summary>Where the system says what an opened file really is; only on Linux.</summary>
    private const string Handles = "/proc/self/fd";

    private const string Swapped = "The file was replaced by a link while it was opened.";

    /// <summary>Opens a file for reading, while others may write to it.</summary>
    /// <param name="path">A real path: checked, and with its links resolved.</param>
    /// <exception cref="IOException">It cannot be opened, or a link was put in its place.</exception>
    /// <exception cref="UnauthorizedAccessException">There is no right to read it.</exception>
    public static SafeFileHandle Open(string path) => Open(path, real => real == path);

    /// <summary>The same for a path that may have links in its directories.</summary>
    /// <param name="path">The path.</param>
    /// <param name="isAllowed">Whether the file with this real path may be read; asked when a link is on the way.</param>
    public static SafeFileHandle Open(string path, Func<string, bool> isAllowed)
    {
        if (OpenWithoutLinks.TryOpen(path) is { } opened)
        {
            return opened;
        }

        var handle = File.OpenHandle(path, share: FileShare.ReadWrite | FileShare.Delete);
        if (RealPathOf(handle, path) is { } real && isAllowed(real))
        {
            return handle;
        }

        handle.Dispose();
        throw new IOException(Swapped);
    }

    // A deleted file has a mark behind its path, which leads nowhere else.
    private static string? RealPathOf(SafeFileHandle handle, string path) =>
        OperatingSystem.IsWindows() ? WindowsPath(handle)
        : Directory.Exists(Handles) ? new FileInfo(FormattableString.Invariant($"{Handles}/{handle.DangerousGetHandle()}")).LinkTarget
        : StorageRoot.RealPath(path);

    private static string? WindowsPath(SafeFileHandle handle)
    {
        var text = new char[32_768];
        var length = GetFinalPathNameByHandle(handle, text, text.Length, 0);
        return length is <= 0 or >= 32_768 ? null
            : new string(text, 0, length) is var path && path.StartsWith(@"\\?\UNC\", StringComparison.Ordinal) ? $@"\\{path[8..]}"
            : path.StartsWith(@"\\?\", StringComparison.Ordinal) ? path[4..]
            : path;
    }

    [DllImport("kernel32.dll", EntryPoint = "GetFinalPathNameByHandleW", CharSet = CharSet.Unicode, ExactSpelling = true)]
    private static extern int GetFinalPathNameByHandle(SafeFileHandle file, [Out] char[] path, int length, int flags);
}
