using System.Diagnostics;

namespace Sacredboard.Tests.Support;

internal static class TestProcess
{
    /// <summary>Whether a process is running; a zombie is not.</summary>
    public static bool IsAlive(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return !File.Exists($"/proc/{id}/stat") || File.ReadAllText($"/proc/{id}/stat").Split(") ")[^1][0] != 'Z';
        }
        catch (Exception exception) when (exception is ArgumentException or IOException)
        {
            return false;
        }
    }
}
