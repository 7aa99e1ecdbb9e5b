using System.Diagnostics;

namespace Sacredboard.Web.TensorBoard;

/// <summary>Ends what an earlier dashboard left running, if it was killed together with its watchdogs.</summary>
internal static class TensorBoardLeftovers
{
    /// <summary>Looks through all folders; those of another dashboard that lives are left alone.</summary>
    /// <returns>How many programs were still running.</returns>
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

    /// <summary>Ends the program of a folder, if it still runs, and deletes the folder.</summary>
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
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    // Its id and start are its own already; after a new start of the machine both may come again, the folder's name does not.
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
