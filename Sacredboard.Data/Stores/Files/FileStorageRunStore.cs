using Sacredboard.Data.Stores.Directories;
using Sacredboard.Data.Stores.RunFolders;

namespace Sacredboard.Data.Stores.Files;

/// <summary>
/// The runs that Sacred's FileStorageObserver wrote into one directory, or into the folders of a tree of them. The id of a run is the name
/// of its directory, or the path of it below the top.
/// </summary>
public sealed class FileStorageRunStore : RunFolderStore
{
    private readonly FolderTree _tree;
    private readonly DirectoryWatch? _watch;
    private readonly ChangeScan _scan;

    /// <param name="directory">May be created later; until then reading fails as unreachable.</param>
    /// <param name="time">The clock.</param>
    /// <param name="watch">Whether the file system reports changes; otherwise scans find them a little later.</param>
    public FileStorageRunStore(string directory, TimeProvider time, bool watch = true)
        : this(new FolderTree(Path.GetFullPath(directory), new FolderOptions(), time), time, watch)
    {
    }

    /// <param name="tree">The directory, and the folders in it; may be created later.</param>
    /// <param name="time">The clock.</param>
    /// <param name="watch">Whether the file system reports changes; otherwise scans find them a little later.</param>
    public FileStorageRunStore(FolderTree tree, TimeProvider time, bool watch = true)
        : this(tree, new FileFolders(new StorageRoot(tree.Directory), tree), time, watch)
    {
    }

    private FileStorageRunStore(FolderTree tree, FileFolders folders, TimeProvider time, bool watch)
        : base(folders, time)
    {
        _tree = tree;
        _watch = watch ? new DirectoryWatch(tree.Directory) : null;
        _scan = new ChangeScan(folders, Comparison, _watch, time);
        Info = new RunStoreInfo("files", new(tree.Directory) { Directory = tree.Directory })
        {
            IdsAreText = true,
            WhenEmpty = "This directory holds neither runs of a FileStorageObserver (directories with a run.json), nor the metadata.json "
                + "of a TinyDbObserver, nor TensorBoard logs, nor do the folders in it.",
            Observer = $"FileStorageObserver(\"{tree.Directory}\")",
        };
    }

    public override RunStoreInfo Info { get; }

    public override string? Remark => _tree.Remark;

    public override Task<RunChanges> ReadChangesAsync(IKnownRuns known, RunCursor? cursor, CancellationToken cancellationToken) =>
        _scan.ReadAsync(known, cursor as FileCursor, cancellationToken);

    public override ValueTask DisposeAsync()
    {
        _watch?.Dispose();
        return base.DisposeAsync();
    }
}
