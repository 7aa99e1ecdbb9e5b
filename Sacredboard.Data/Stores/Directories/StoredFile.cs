namespace Sacredboard.Data.Stores.Directories;

/// <summary>A file that may be opened, or the reason why it may not.</summary>
/// <param name="Path">Its real path; null when it may not be opened.</param>
/// <param name="State">Its type, size and time; the default value when it does not exist or may not be opened.</param>
/// <param name="Problem">One sentence; null when it may be opened.</param>
internal readonly record struct StoredFile(string? Path, FileState State, string? Problem)
{
    public static readonly StoredFile Missing = Refused("The file does not exist.");

    public bool IsMissing => Problem == Missing.Problem;

    public static StoredFile Refused(string problem) => new(null, default, problem);

    /// <summary>Why opening or reading failed, in one sentence; a missing right is told from everything else.</summary>
    public static string WhyNot(Exception exception) =>
        exception is UnauthorizedAccessException ? "Sacredboard has no right to read it." : "It cannot be opened.";

    /// <summary>The same file, or the reason why it cannot be opened.</summary>
    public StoredFile Tried()
    {
        if (Path is null)
        {
            return this;
        }

        try
        {
            using var file = File.OpenHandle(Path, share: FileShare.ReadWrite | FileShare.Delete);
            return this;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Refused(WhyNot(exception));
        }
    }

    /// <summary>Opens it for reading; Sacred can still write to it.</summary>
    /// <exception cref="IOException">It cannot be opened.</exception>
    public FileStream Open() => new(
        Path!, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1, FileOptions.Asynchronous);
}
