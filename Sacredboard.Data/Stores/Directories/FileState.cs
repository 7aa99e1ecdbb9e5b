using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Sacredboard.Data.Stores.Directories;

internal enum FileType
{
    None,
    Regular,
    Directory,

    /// <summary>A pipe, socket or device: opening it might block without end.</summary>
    Other,
}

/// <summary>The state of a path, links followed, read by one call. The default value means that nothing is there.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Length">In bytes.</param>
/// <param name="Modified">The last change, in 100 ns since 1970 UTC.</param>
/// <param name="Tag">Tells versions of an object in a bucket apart; 0 for files.</param>
internal readonly record struct FileState(FileType Type, long Length, long Modified, long Tag = 0)
{
    private const int TypeMask = 0xF000;
    private const int TypeDirectory = 0x4000;
    private const int TypeRegular = 0x8000;

    public bool Exists => Type != FileType.None;

    public bool IsFile => Type == FileType.Regular;

    public bool IsDirectory => Type == FileType.Directory;

    public DateTime ModifiedUtc => DateTime.UnixEpoch.AddTicks(Modified);

    public static FileState Of(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return Managed(path);
        }

        try
        {
            return OfUnix(path);
        }
        catch (Exception exception) when (exception is DllNotFoundException or EntryPointNotFoundException)
        {
            return Managed(path);
        }
    }

    /// <summary>The state of an opened file of Unix.</summary>
    public static FileState Of(SafeFileHandle file) => StatOf(file, out var stat) == 0 ? Of(stat) : default;

    private static FileState Managed(string path)
    {
        var file = new FileInfo(path);
        return file.Exists ? new(FileType.Regular, file.Length, (file.LastWriteTimeUtc - DateTime.UnixEpoch).Ticks)
            : Directory.Exists(path) ? new(FileType.Directory, 0, (Directory.GetLastWriteTimeUtc(path) - DateTime.UnixEpoch).Ticks)
            : default;
    }

    // .NET does not distinguish pipes and devices from files, but its native library does, in the same way on every Unix.
    private static FileState OfUnix(string path) => Stat(path, out var stat) == 0 ? Of(stat) : default;

    private static FileState Of(in UnixStat stat)
    {
        var type = (stat.Mode & TypeMask) switch
        {
            TypeRegular => FileType.Regular,
            TypeDirectory => FileType.Directory,
            _ => FileType.Other,
        };
        return new(type, stat.Size, (stat.ModifiedSeconds * TimeSpan.TicksPerSecond) + (stat.ModifiedNanoseconds / 100));
    }

    [DllImport("libSystem.Native", EntryPoint = "SystemNative_Stat")]
    private static extern int Stat([MarshalAs(UnmanagedType.LPUTF8Str)] string path, out UnixStat stat);

    [DllImport("libSystem.Native", EntryPoint = "SystemNative_FStat")]
    private static extern int StatOf(SafeHandle file, out UnixStat stat);

    // Larger than the native structure, so that later versions of it still fit.
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct UnixStat
    {
        [FieldOffset(4)]
        public int Mode;

        [FieldOffset(16)]
        public long Size;

        [FieldOffset(40)]
        public long ModifiedSeconds;

        [FieldOffset(48)]
        public long ModifiedNanoseconds;
    }
}
