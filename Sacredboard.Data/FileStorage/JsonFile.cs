using Sacredboard.Data.Values;

namespace Sacredboard.Data.FileStorage;

/// <summary>What a JSON file holds, or why it cannot be read.</summary>
/// <param name="Value">Null when the file is missing or unreadable.</param>
/// <param name="Problem">One sentence, or null. A missing file is no problem by itself.</param>
internal readonly record struct JsonFile(SacredValue? Value, string? Problem)
{
    private const int MaxLength = 512 * 1024 * 1024;

    /// <summary>
    /// Reads a file of a run. Sacred writes its files in place, so that a reader may see an empty or cut one:
    /// a file that has just been written is tried again a few times.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="now">To tell a file that is being written from an old broken one.</param>
    public static async Task<JsonFile> ReadAsync(string path, DateTime now, CancellationToken cancellationToken)
    {
        for (var wait = 20; ; wait *= 2)
        {
            var state = FileState.Of(path);
            try
            {
                return Read(path, state);
            }
            catch (Exception exception) when (exception is JsonFormatException or IOException or UnauthorizedAccessException)
            {
                if (wait > 80 || (now - state.ModifiedUtc).Duration() > TimeSpan.FromSeconds(10))
                {
                    return new JsonFile(null, Describe(path, exception));
                }
            }

            await Task.Delay(wait, cancellationToken).ConfigureAwait(false);
        }
    }

    private static JsonFile Read(string path, FileState state)
    {
        var name = Path.GetFileName(path);
        switch (state.Type)
        {
            case FileType.None:
                return default;
            case FileType.Directory:
                return new JsonFile(null, $"{name} is a directory.");
            case FileType.Other:
                return new JsonFile(null, $"{name} is not a regular file.");
            case var _ when state.Length > MaxLength:
                return new JsonFile(null, $"{name} is too large to be read ({state.Length / 1_000_000} MB).");
            default:
                var (root, cut) = JsonTree.Parse(File.ReadAllBytes(path));
                return new JsonFile(root, cut ? $"{name} is nested deeper than {JsonTree.MaxDepth} levels; what lies deeper is left out." : null);
        }
    }

    private static string Describe(string path, Exception exception) => exception is JsonFormatException
        ? $"{Path.GetFileName(path)} {exception.Message}."
        : $"{Path.GetFileName(path)} cannot be opened.";
}
