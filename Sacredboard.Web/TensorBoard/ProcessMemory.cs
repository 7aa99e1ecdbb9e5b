using System.Diagnostics;
using System.Globalization;

namespace Sacredboard.Web.TensorBoard;

/// <summary>Reads the memory of a process.</summary>
internal static class ProcessMemory
{
    /// <summary>Resident bytes of a process and, on Linux, of its descendants; null when it has ended.</summary>
    public static long? Of(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return process.WorkingSet64 + Children(id).Sum(child => Of(child) ?? 0);
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    private static IEnumerable<int> Children(int id)
    {
        try
        {
            return [.. Directory.EnumerateDirectories($"/proc/{id}/task")
                .Select(thread => Path.Join(thread, "children"))
                .Where(File.Exists)
                .SelectMany(file => File.ReadAllText(file).Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .Select(child => int.Parse(child, CultureInfo.InvariantCulture))];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
