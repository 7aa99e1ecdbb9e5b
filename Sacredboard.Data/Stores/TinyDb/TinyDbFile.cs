using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores.Directories;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Stores.TinyDb;

/// <summary>
/// A metadata.json and the index of its current version. TinyDB writes the whole file anew, in place, whenever a run tells something, so
/// it is scanned again when its stamp changed (<see cref="ScanBudget"/>). While it is half written, the last good version counts.
/// </summary>
internal sealed class TinyDbFile(string path, TimeProvider time)
{
    /// <summary>A broken file counts as being written for so long after its last write.</summary>
    private static readonly TimeSpan FreshFor = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan SettlesIn = TimeSpan.FromMilliseconds(100);

    private static readonly TimeSpan[] Waits = [.. new[] { 20, 50, 100, 200, 400 }.Select(wait => TimeSpan.FromMilliseconds(wait))];

    // It may be a link from the start, as whoever chose the place knows; later no link may lead out of the directory.
    private readonly string? _chosen = StorageRoot.RealPath(path);
    private readonly SemaphoreSlim _scanning = new(1);
    private readonly ScanBudget _budget = new(time);
    private (TinyDbIndex Index, FileState State)? _current;

    /// <summary>The last good index, however old.</summary>
    public TinyDbIndex Last => _current?.Index ?? TinyDbIndex.Empty;

    /// <summary>
    /// The index of the current version, or of the last good one while the file is being written or was scanned just now.
    /// </summary>
    /// <param name="now">Whether the very last version is needed, which may take long.</param>
    /// <exception cref="RunStoreException">There is no good version.</exception>
    public async Task<TinyDbIndex> IndexAsync(bool now, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await _scanning.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            for (var attempt = 0; ; attempt++)
            {
                var state = FileState.Of(path);
                if (_current is var (index, of) && (state == of || (!now && _budget.IsSpent)))
                {
                    return index;
                }

                if (await ScanAsync(state, cancellationToken).ConfigureAwait(false) is not { } problem)
                {
                    return _current!.Value.Index;
                }

                var isFresh = (time.GetUtcNow().UtcDateTime - state.ModifiedUtc).Duration() < FreshFor;
                if (!now && isFresh && _current is var (good, _))
                {
                    return good;
                }

                if (!isFresh || attempt == Waits.Length)
                {
                    throw isFresh ? BeingWritten() : new RunStoreException(RunStoreProblem.Unreadable, $"{path} {problem}.");
                }

                await Task.Delay(Waits[attempt], cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            _scanning.Release();
        }
    }

    /// <summary>What is made of the bytes of a run's document as they are now; the default value when there is no such run.</summary>
    public async Task<T?> ReadAsync<T>(
        RunId id, Func<TinyDbDocument, ReadOnlyMemory<byte>, T> read, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            var index = await IndexAsync(attempt > 0, cancellationToken).ConfigureAwait(false);
            if (index.Find(id) is not { } document)
            {
                return default;
            }

            var (isSame, value) = (await ReadAsync([document], read, cancellationToken).ConfigureAwait(false))[0];
            if (isSame)
            {
                return value;
            }

            if (attempt == Waits.Length)
            {
                throw BeingWritten();
            }
        }
    }

    /// <summary>Reads documents, in their order; those that are not as the index has them any more are marked.</summary>
    public Task<IReadOnlyList<(bool IsSame, T? Value)>> ReadAsync<T>(
        IReadOnlyList<TinyDbDocument> documents, Func<TinyDbDocument, ReadOnlyMemory<byte>, T> read, CancellationToken cancellationToken) =>
        Task.Run<IReadOnlyList<(bool, T?)>>(
            () =>
            {
                using var file = Open();
                var found = new (bool, T?)[documents.Count];
                byte[] buffer = [];
                for (var i = 0; i < found.Length; i++)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    var document = documents[i];
                    if (document.Length > JsonStream.MaxValue)
                    {
                        found[i] = (true, read(document, ReadOnlyMemory<byte>.Empty));
                        continue;
                    }

                    buffer = buffer.Length >= document.Length ? buffer : new byte[Math.Max(document.Length, 64 * 1024)];
                    file.Position = document.Start;
                    var bytes = buffer.AsMemory(0, (int)document.Length);
                    var length = file.ReadAtLeast(bytes.Span, bytes.Length, throwOnEndOfStream: false);
                    found[i] = length == bytes.Length && TinyDbScan.Hash(bytes.Span) == document.Hash
                        ? (true, read(document, bytes)) : (false, default);
                }

                return found;
            },
            cancellationToken);

    // What is wrong with the file; null when it was scanned.
    private Task<string?> ScanAsync(FileState state, CancellationToken cancellationToken) => Task.Run(
        () =>
        {
            var began = time.GetTimestamp();
            try
            {
                var index = new TinyDbScan(_current?.Index ?? TinyDbIndex.Empty).Read(Open(), cancellationToken);
                if (state.Length == 0 && _current?.Index.NewestFirst.Count > 0)
                {
                    return "is empty";
                }

                // What was written meanwhile may be a mixture of two versions.
                if (FileState.Of(path) != state)
                {
                    return "is being written";
                }

                // Times of files are no finer than a few milliseconds, in which more may have been written.
                var isSettled = time.GetUtcNow().UtcDateTime - state.ModifiedUtc > SettlesIn;
                _current = (index, isSettled ? state : default);
                _budget.Spend(began);
                return null;
            }
            catch (JsonFormatException exception)
            {
                return exception.Message;
            }
        },
        cancellationToken);

    private FileStream Open()
    {
        try
        {
            return new FileStream(CheckedFile.Open(path, MayOpen), FileAccess.Read, bufferSize: 1);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new RunStoreException(RunStoreProblem.Unreachable, $"{path} does not exist.", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new RunStoreException(
                exception is UnauthorizedAccessException ? RunStoreProblem.Refused : RunStoreProblem.Unreachable,
                $"{path} cannot be read. {StoredFile.WhyNot(exception)}",
                exception);
        }
    }

    private bool MayOpen(string real) =>
        real == _chosen || (StorageRoot.RealPath(Path.GetDirectoryName(path)!) is { } directory && StorageRoot.IsInside(real, directory));

    private RunStoreException BeingWritten() => new(
        RunStoreProblem.Unreachable, $"{path} is being written all the time. It is read as soon as a version of it is whole.");
}
