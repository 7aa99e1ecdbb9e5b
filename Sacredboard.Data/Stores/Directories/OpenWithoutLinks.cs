using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Sacredboard.Data.Stores.Directories;

/// <summary>
/// Opens a path in which no part may be a link: Linux since 5.6 checks that while it opens, so that nothing can come between.
/// </summary>
internal static class OpenWithoutLinks
{
    private const int OpenAt2 = 437;
    private const int FromRoot = -100;

    /// <summary>Read only, not inherited by other programs, and not waiting for the writer of a pipe.</summary>
    private const ulong Flags = 0x80000 | 0x800;

    private const ulong NoLinks = 0x04;
    private const ulong NoMagicLinks = 0x02;

    private const int NoEntry = 2;
    private const int NoAccess = 13;
    private const int NotADirectory = 20;
    private const int HasLink = 40;

    /// <summary>Null when a link is in the path, or where the system cannot do this: the caller checks what it opens.</summary>
    /// <exception cref="IOException">There is no regular file.</exception>
    /// <exception cref="UnauthorizedAccessException">There is no right to read it.</exception>
    public static SafeFileHandle? TryOpen(string path) => TryOpen(path, isDirectory: false);

    /// <summary>A directory; null where the system cannot do this.</summary>
    /// <exception cref="IOException">There is no directory, or a link is in the path.</exception>
    /// <exception cref="UnauthorizedAccessException">There is no right to read it.</exception>
    public static SafeFileHandle? TryOpenDirectory(string path) => TryOpen(path, isDirectory: true);

    private static SafeFileHandle? TryOpen(string path, bool isDirectory)
    {
        // The number of the call is the same for all processors but alpha; the arguments of 32-bit ones are not.
        if (!OperatingSystem.IsLinux() || !Environment.Is64BitProcess)
        {
            return null;
        }

        var how = new How { Flags = Flags, Resolve = NoLinks | NoMagicLinks };
        var opened = Call(OpenAt2, FromRoot, path, ref how, (nuint)Marshal.SizeOf<How>());
        if (opened < 0)
        {
            return Marshal.GetLastPInvokeError() switch
            {
                NoEntry or NotADirectory => throw new FileNotFoundException("The file does not exist."),
                NoAccess => throw new UnauthorizedAccessException("There is no right to read the file."),
                HasLink when isDirectory => throw new IOException("A link is in the path."),
                _ => null,
            };
        }

        var handle = new SafeFileHandle((nint)opened, ownsHandle: true);
        var state = FileState.Of(handle);
        if (isDirectory ? state.IsDirectory : state.IsFile)
        {
            return handle;
        }

        handle.Dispose();
        throw new IOException(isDirectory ? "This is not a directory." : "This is not a regular file.");
    }

    [DllImport("libc", EntryPoint = "syscall", SetLastError = true)]
    private static extern long Call(long number, long directory, [MarshalAs(UnmanagedType.LPUTF8Str)] string path, ref How how, nuint size);

    [StructLayout(LayoutKind.Sequential)]
    private struct How
    {
        public ulong Flags;
        public ulong Mode;
        public ulong Resolve;
    }
}
