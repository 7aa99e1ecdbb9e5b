using System.Runtime.InteropServices;
using Sacredboard.Data.Stores;
using Sacredboard.Data.Stores.Directories;
using Sacredboard.Data.Stores.Files;
using Sacredboard.Data.Stores.RunFolders;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Stores.Files;

/// <summary>A file that is there, of which the board's user has no right to read the content.</summary>
public sealed class UnreadableFileTests : IDisposable
{
    private const uint Nobody = 65534;

    private readonly StorageFolder _folder = new();
    private readonly RunFileList _files;

    public UnreadableFileTests()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Takes a right away as Linux does.");
        _folder.Write("1", "model.pt", "weights");
        var folders = new FileFolders(
            new StorageRoot(_folder.Root), new FolderTree(_folder.Root, new FolderOptions(), TimeProvider.System));
        _files = new(folders, "1", TestRuns.Object(("artifacts", new object?[] { "model.pt" })));
        Allow(_folder.Of("1", "model.pt"), UnixFileMode.None);
        foreach (var directory in new[] { _folder.Outside(""), _folder.Root, _folder.Of("1") })
        {
            // The group stays that of root.
            Allow(directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
                | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        }

        // Root may read everything, so the thread of this test becomes somebody else where files are concerned.
        _ = SetFileUser(Nobody);
    }

    public void Dispose()
    {
        _ = SetFileUser(0);
        _folder.Dispose();
    }

    [Fact]
    public async Task The_list_says_that_it_may_not_be_read()
    {
        var file = Assert.Single(await _files.ListAsync(TestContext.Current.CancellationToken));

        Assert.Equal((false, "Sacredboard has no right to read it.", 7L), (file.Available, file.Problem, file.Size));
    }

    [Fact]
    public async Task Opening_it_is_refused_and_not_taken_for_a_storage_that_is_away()
    {
        var exception = await Assert.ThrowsAsync<RunStoreException>(() =>
            _files.OpenAsync("artifact-0", TestContext.Current.CancellationToken));

        Assert.Equal(RunStoreProblem.Refused, exception.Problem);
        Assert.Contains("no right to read", exception.Message, StringComparison.Ordinal);
    }

    private static void Allow(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, mode);
        }
    }

    [DllImport("libc", EntryPoint = "setfsuid")]
    private static extern int SetFileUser(uint user);
}
