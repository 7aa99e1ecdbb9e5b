using System.Security.Cryptography;

namespace Sacredboard.Data.State;

/// <summary>
/// A file beside the state that holds nothing: its room on the disk. SQLite writes a log even to delete something, for which a full disk
/// has no room.
/// </summary>
/// <param name="directory">Where the state is.</param>
internal sealed class StateReserve(string directory)
{
    public const string Name = "sacredboard.reserve";

    /// <summary>The log of a change of a few pages, and its index in shared memory, in bytes.</summary>
    private const int Size = 256 * 1024;

    private readonly string _path = Path.Join(directory, Name);

    /// <summary>Makes it if it is not there. Without room for it nothing happens.</summary>
    public void Keep()
    {
        try
        {
            if (!File.Exists(_path))
            {
                // Not zeros, which some file systems need no room for.
                File.WriteAllBytes(_path, RandomNumberGenerator.GetBytes(Size));
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            TryRelease();
        }
    }

    /// <summary>Gives its room back to the disk; false when there is none.</summary>
    public bool TryRelease()
    {
        try
        {
            var isThere = File.Exists(_path);
            File.Delete(_path);
            return isThere;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
