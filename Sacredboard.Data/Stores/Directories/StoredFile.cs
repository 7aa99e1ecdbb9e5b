using Microsoft.Win32.SafeHandles;

namespace Sacredboard.Data.Stores.Directories;

/// <summary>A file that may be opened, or the reason why it may not.</summary>
/// <param name="Path">Its path, with no link but in directories that may be links; null when it may not be opened.</param>
/// <param name="State">Its type, size and time; the default value when it does not exist or may not be opened.</param>
/// <param name="Problem">One sentence; null when it may be opened.</param>
internal readonly record struct StoredFile(string? Path, FileState State, string? Problem)
{
    /// <summary>
    /// Whether the file with this real path is the one that was found; null for only the one at <see cref="Path"/>. Asked when a directory
    /// on the way is a link.
    /// </summary>
    public Func<string, bool>? MayOpen { get; init; }

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
            using var file = OpenHandle();
            return this;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Refused(WhyNot(exception));
        }
    }

    /// <summary>Opens it for reading; Sacred can still write to it.</summary>
    /// <exception cref="IOException">It cannot be opened, or was replaced by a link since it was found.</exception>
    public FileStream Open() => new(OpenHandle(), FileAccess.Read, bufferSize: 1);

    private SafeFileHandle OpenHandle() => MayOpen is { } mayOpen ? CheckedFile.Open(Path!, mayOpen) : CheckedFile.Open(Path!);
}
