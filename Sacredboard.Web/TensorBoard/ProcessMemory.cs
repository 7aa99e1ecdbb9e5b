using System.Diagnostics;
using System.Globalization;

namespace Sacredboard.Web.TensorBoard;

/// <summary>How much memory a program takes.</summary>
internal static class ProcessMemory
{
    /// <summary>Resident bytes of a process and, on Linux, of its children; null when it is gone.</summary>
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
