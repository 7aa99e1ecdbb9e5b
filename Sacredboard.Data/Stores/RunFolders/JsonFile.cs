using Sacredboard.Data.Stores.Directories;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Stores.RunFolders;

/// <summary>The content of a JSON file of a run, or the reason why it cannot be read.</summary>
/// <param name="Value">Null when the file is missing or unreadable.</param>
/// <param name="Problem">One sentence, or null. A missing file is not a problem by itself.</param>
/// <param name="IsFresh">True when an unreadable file was just written, so that it can probably be read soon.</param>
internal readonly record struct JsonFile(SacredValue? Value, string? Problem, bool IsFresh = false)
{
    private const int MaxLength = 512 * 1024 * 1024;

    /// <summary>Smaller files are read whole.</summary>
    private const int Large = 1024 * 1024;

    private static readonly TimeSpan FreshFor = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Reads a file that Sacred writes. Sacred overwrites files in place, so a reader may see an empty or incomplete one: an unreadable
    /// file that was just written is read again, up to three times.
    /// </summary>
    /// <param name="folders">Where the runs are.</param>
    /// <param name="run">The id of the run.</param>
    /// <param name="name">The name of the file.</param>
    /// <param name="time">Distinguishes a file that is being written from an old broken one.</param>
    /// <param name="parse">Converts the bytes, given the buffer and their number; may throw <see cref="JsonFormatException"/>.</param>
    /// <param name="read">
    /// Converts a large file while it is read, in less memory; null for none. Where it finds no JSON, or the file was written meanwhile,
    /// the whole is read.
    /// </param>
    /// <param name="cancellationToken">Cancels reading.</param>
    public static async Task<(T? Value, string? Problem, bool IsFresh)> ReadAsync<T>(
        IRunFolders folders,
        string run,
        string name,
        TimeProvider time,
        Func<byte[], int, T> parse,
        Func<Stream, CancellationToken, ValueTask<T>>? read,
        CancellationToken cancellationToken)
    {
        for (var wait = 20; ; wait *= 2)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var file = await folders.FindOwnAsync(run, name, cancellationToken).ConfigureAwait(false);
            if (file.Path is null)
            {
                return (default, file.IsMissing ? null : $"{name} cannot be read. {file.Problem}", false);
            }

            if (file.State.Length > MaxLength)
            {
                return (default, $"{name} is too large to be read ({file.State.Length / 1_000_000} MB).", false);
            }

            if (read is not null && file.State.Length > Large
                && await TryReadAsync(folders, file, read, cancellationToken).ConfigureAwait(false) is { IsRead: true } streamed
                && (await folders.FindOwnAsync(run, name, cancellationToken).ConfigureAwait(false)).State == file.State)
            {
                return (streamed.Value, null, false);
            }

            var (value, problem) = await ReadAsync(folders, file, name, parse, cancellationToken).ConfigureAwait(false);
            if (problem is null)
            {
                return (value, null, false);
            }

            // Read again, because it may have been written since it was found.
            var state = (await folders.FindOwnAsync(run, name, cancellationToken).ConfigureAwait(false)).State;
            var isFresh = (time.GetUtcNow().UtcDateTime - state.ModifiedUtc).Duration() < FreshFor;
            if (!isFresh || wait > 80)
            {
                return (value, problem, isFresh);
            }

            await Task.Delay(TimeSpan.FromMilliseconds(wait), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Reads a file as a tree of values.</summary>
    /// <param name="folders">Where the runs are.</param>
    /// <param name="run">The id of the run.</param>
    /// <param name="name">The name of the file.</param>
    /// <param name="time">The clock.</param>
    /// <param name="isKept">Which members at its root are read; null for all.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    public static async Task<JsonFile> ReadAsync(
        IRunFolders folders, string run, string name, TimeProvider time, Predicate<string>? isKept, CancellationToken cancellationToken)
    {
        var (tree, problem, isFresh) = await ReadAsync(folders, run, name, time, Parse, null, cancellationToken).ConfigureAwait(false);
        return new JsonFile(
            tree.Root,
            tree.Cut ? $"{name} is nested deeper than {JsonTree.MaxDepth} levels; what lies deeper is left out." : problem,
            isFresh);

        JsonTree Parse(byte[] bytes, int length) => isKept is null
            ? JsonTree.Parse(bytes.AsSpan(0, length))
            : JsonTree.ParseMembers(bytes.AsSpan(0, length), isKept);
    }

    private static async ValueTask<(T? Value, bool IsRead)> TryReadAsync<T>(
        IRunFolders folders, StoredFile file, Func<Stream, CancellationToken, ValueTask<T>> read, CancellationToken cancellationToken)
    {
        try
        {
            var stream = await folders.OpenAsync(file, cancellationToken).ConfigureAwait(false);
            await using var _ = stream.ConfigureAwait(false);
            return (await read(stream, cancellationToken).ConfigureAwait(false), true);
        }
        catch (Exception exception) when (exception is JsonFormatException or IOException or UnauthorizedAccessException)
        {
            // Reading the whole finds out what is wrong, and where.
            return (default, false);
        }
    }

    private static async ValueTask<(T? Value, string? Problem)> ReadAsync<T>(
        IRunFolders folders, StoredFile file, string name, Func<byte[], int, T> parse, CancellationToken cancellationToken)
    {
        try
        {
            using var content = await folders.ReadAsync(file, MaxLength, cancellationToken).ConfigureAwait(false);
            return (parse(content.Bytes, content.Length), null);
        }
        catch (JsonFormatException exception)
        {
            return (default, $"{name} {exception.Message}.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return (default, $"{name} cannot be read. {StoredFile.WhyNot(exception)}");
        }
    }
}
