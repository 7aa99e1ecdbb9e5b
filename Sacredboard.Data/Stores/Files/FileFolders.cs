using System.Buffers;
using Sacredboard.Data.Stores.Directories;
using Sacredboard.Data.Stores.RunFolders;

namespace Sacredboard.Data.Stores.Files;

/// <summary>Runs that are directories in the folders of a tree.</summary>
internal sealed class FileFolders(StorageRoot root, FolderTree tree) : IRunFolders
{
    // Enough to hide the latency of a network drive, few enough to leave processors for others.
    public int Readers => 4;

    /// <summary>The folders as they are now, or were some seconds ago.</summary>
    /// <exception cref="RunStoreException">The top cannot be listed.</exception>
    public FolderTreeState Update(CancellationToken cancellationToken) =>
        DirectoryErrors.Try(root.Directory, () => tree.Update(cancellationToken));

    public ValueTask<IReadOnlyList<string>> ListNewestFirstAsync(CancellationToken cancellationToken)
    {
        var folders = Update(cancellationToken).Folders.Values.Where(folder => folder.Runs.Count > 0).ToList();
        return new(folders is [{ Path: "" } flat]
            ? RunOrder.ByName(flat.Runs.Keys)
            : [.. folders.SelectMany(folder => folder.Runs.Select(run => (Id: RunPath.Of(folder.Path, run.Key), Modified: run.Value)))
                .OrderByDescending(run => run.Modified)
                .ThenByDescending(run => RunOrder.Number(RunPath.Name(run.Id)))
                .Select(run => run.Id)]);
    }

    public ValueTask<RunStamp> StampAsync(string run, CancellationToken cancellationToken) =>
        new(DirectoryOf(run) is { } directory ? RunStamp.Of(name => FileState.Of(Path.Combine(directory, name))) : default);

    public ValueTask<StoredFile> FindOwnAsync(string run, string name, CancellationToken cancellationToken) => new(FindOwn(run, name));

    public ValueTask<StoredFile> FindInsideAsync(string run, string name, CancellationToken cancellationToken) =>
        new(DirectoryOf(run) is { } directory ? root.Find(directory, name) : StoredFile.Missing);

    public ValueTask<StoredFile> FindBesideAsync(string run, string name, CancellationToken cancellationToken) =>
        new(DirectoryOf(run) is { } directory ? root.Find(Path.GetDirectoryName(directory)!, name) : StoredFile.Missing);

    public StoredFile Tried(StoredFile file) => file.Tried();

    public long? LengthOf(string run, string name) => FindOwn(run, name).State.Length;

    public ValueTask<FileContent> ReadAsync(StoredFile file, int max, CancellationToken cancellationToken)
    {
        using var stream = file.Open();
        var bytes = ArrayPool<byte>.Shared.Rent((int)Math.Min(stream.Length, max) + 1);
        try
        {
            return new(new FileContent(bytes, stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)));
        }
        catch
        {
            ArrayPool<byte>.Shared.Return(bytes);
            throw;
        }
    }

    public ValueTask<Stream> OpenAsync(StoredFile file, CancellationToken cancellationToken) => new(file.Open());

    public void EnsureThere()
    {
        if (!Directory.Exists(root.Directory))
        {
            throw new RunStoreException(RunStoreProblem.Unreachable, $"The directory {root.Directory} does not exist.");
        }
    }

    private StoredFile FindOwn(string run, string name) =>
        DirectoryOf(run) is { } directory ? root.FindOwn(directory, name) : StoredFile.Missing;

    // Null for what cannot be a run, or lies where no runs are looked for.
    private string? DirectoryOf(string run) => RunPath.Folder(run) switch
    {
        null => root.RunDirectory(run),
        { } folder when root.RunDirectory(RunPath.Name(run)) is not null && tree.MaySearch(folder) => Path.Join(root.Directory, run),
        _ => null,
    };
}
