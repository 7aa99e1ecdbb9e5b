using System.Buffers;
using Sacredboard.Data.Stores.Directories;

namespace Sacredboard.Data.Stores.RunFolders;

/// <summary>
/// A place in which each run is a folder of named files, as Sacred's observers for directories and buckets write them: run.json,
/// config.json, info.json, metrics.json, cout.txt and artifacts. A run is named by the text of its id. What is not there is
/// <see cref="StoredFile.Missing"/>; reading one file may fail with an <see cref="IOException"/> or an
/// <see cref="UnauthorizedAccessException"/>, and all fails with a <see cref="RunStoreException"/> when the place is away.
/// </summary>
internal interface IRunFolders
{
    /// <summary>So many runs are read at a time: enough to hide the latency of the place, few enough to leave it to others.</summary>
    int Readers { get; }

    /// <summary>The ids of all runs, newest first as far as that is known without reading them.</summary>
    ValueTask<IReadOnlyList<string>> ListNewestFirstAsync(CancellationToken cancellationToken);

    /// <summary>The states of the files of a summary; the default value when there is no such run.</summary>
    ValueTask<RunStamp> StampAsync(string run, CancellationToken cancellationToken);

    /// <summary>A file that Sacred itself writes for each run, such as run.json.</summary>
    ValueTask<StoredFile> FindOwnAsync(string run, string name, CancellationToken cancellationToken);

    /// <summary>A file in the run's folder that the run names. The name is untrusted.</summary>
    ValueTask<StoredFile> FindInsideAsync(string run, string name, CancellationToken cancellationToken);

    /// <summary>A file that the run names relative to what holds its folder, such as <c>_sources/…</c>. The name is untrusted.</summary>
    ValueTask<StoredFile> FindBesideAsync(string run, string name, CancellationToken cancellationToken);

    /// <summary>The same file, or the reason why it cannot be opened.</summary>
    StoredFile Tried(StoredFile file);

    /// <summary>
    /// The length of one of Sacred's files in bytes, 0 when it is missing; null when that cannot be told without waiting.
    /// </summary>
    long? LengthOf(string run, string name);

    /// <summary>The content of a found file, at most <paramref name="max"/> bytes of it.</summary>
    ValueTask<FileContent> ReadAsync(StoredFile file, int max, CancellationToken cancellationToken);

    /// <summary>Opens a found file; its stream can seek.</summary>
    ValueTask<Stream> OpenAsync(StoredFile file, CancellationToken cancellationToken);

    /// <exception cref="RunStoreException">The place is away, so that all that is missing may be there.</exception>
    void EnsureThere();
}

/// <summary>Bytes in a pooled array.</summary>
internal readonly record struct FileContent(byte[] Bytes, int Length) : IDisposable
{
    public void Dispose() => ArrayPool<byte>.Shared.Return(Bytes);
}
