using Microsoft.Data.Sqlite;

namespace Sacredboard.Data.State;

/// <summary>Translates errors of SQLite and of the file system into messages that say what to do.</summary>
internal static class StateErrors
{
    // SQLite's primary result codes: https://www.sqlite.org/rescode.html
    private const int Perm = 3, Busy = 5, Locked = 6, ReadOnly = 8, InputOutput = 10;
    private const int Corrupt = 11, Full = 13, CannotOpen = 14, NotADatabase = 26;

    public static bool IsKnown(Exception exception) =>
        exception is SqliteException or IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException;

    /// <summary>Whether the disk may be full: its log's index in shared memory fails as an error of input and output.</summary>
    public static bool MayBeFull(SqliteException exception) => exception.SqliteErrorCode is Full or InputOutput or CannotOpen;

    public static bool HasNoRoomForLocks(SqliteException exception) => exception.SqliteErrorCode is ReadOnly || MayBeFull(exception);

    public static StateException Explain(Exception exception, string path) => new(
        exception switch
        {
            SqliteException { SqliteErrorCode: Busy or Locked } =>
                $"{path} is locked by another program. Try again when that has finished.",
            SqliteException { SqliteErrorCode: ReadOnly or Perm } => $"{path} cannot be written to: Sacredboard may only read it. {Advice}",
            SqliteException { SqliteErrorCode: Full } => $"The disk that {path} is on is full. Free some space and try again.",
            SqliteException { SqliteErrorCode: Corrupt or NotADatabase } =>
                $"{path} is damaged, or is not a file of Sacredboard. Move it away to start with a new one, or replace it by a backup.",
            SqliteException { SqliteErrorCode: CannotOpen } => $"{path} cannot be opened. {Advice}",
            SqliteException sqlite => $"{path} cannot be used: SQLite reports error {sqlite.SqliteExtendedErrorCode}.",
            UnauthorizedAccessException => $"{path} cannot be made: Sacredboard may not write there. {Advice}",
            _ => $"{path} cannot be made. {Advice}",
        },
        exception);

    private const string Advice = "Give it the right, or name another directory in Sacredboard:StatePath.";
}
