using Sacredboard.Data.Stores.Directories;

namespace Sacredboard.Data.Stores.RunFolders;

/// <summary>Tells a missing right from all else that keeps a file from being read.</summary>
internal static class FileErrors
{
    /// <param name="what">One sentence about the file.</param>
    /// <param name="exception">What opening or reading it met.</param>
    public static RunStoreException Of(string what, Exception exception) => new(
        exception is UnauthorizedAccessException ? RunStoreProblem.Refused : RunStoreProblem.Unreadable,
        $"{what} {StoredFile.WhyNot(exception)}",
        exception);
}
