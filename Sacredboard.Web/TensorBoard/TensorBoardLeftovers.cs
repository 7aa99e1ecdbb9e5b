using System.Diagnostics;

namespace Sacredboard.Web.TensorBoard;

/// <summary>Ends TensorBoards of an earlier dashboard that was killed together with its watchdogs.</summary>
internal static class TensorBoardLeftovers
{
    /// <summary>Clears all folders except those of another running dashboard.</summary>
    /// <returns>The number of TensorBoards that were still running.</returns>
    public static int Clear(string parent)
    {
        if (!Directory.Exists(parent))
        {
            return 0;
        }

        var left = Directory.EnumerateDirectories(parent).Select(path => new TensorBoardFolder(path))
            .Where(folder => ProcessIdentity.Read(folder.OwnerFile) is { IsAlive: false });
        return left.Count(End);
    }

    /// <summary>Ends the TensorBoard of a folder if it is still running, and deletes the folder.</summary>
    public static bool End(TensorBoardFolder folder)
    {
        var ended = ProcessIdentity.Read(folder.ProgramFile) is { } program && End(program, folder);
        folder.Delete();
        return ended;
    }

    private static bool End(ProcessIdentity program, TensorBoardFolder folder)
    {
        if (!program.IsAlive || !IsOurs(program, folder))
        {
            return false;
        }

        try
        {
            using var process = Process.GetProcessById(program.Id);
            process.Kill(entireProcessTree: true);
            return true;
        }
        catch (Exception exception)
            when (exception is ArgumentException or InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    // Id and start time match already, but both may recur after a reboot; the name of the folder does not.
    private static bool IsOurs(ProcessIdentity program, TensorBoardFolder folder)
    {
        var commandLine = $"/proc/{program.Id}/cmdline";
        try
        {
            return !File.Exists(commandLine) || File.ReadAllText(commandLine).Contains(folder.Links, StringComparison.Ordinal);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
