using System.Diagnostics;
using System.Globalization;

namespace Sacredboard.Web.TensorBoard;

/// <summary>Identifies one process. Ids are reused, so it includes the start time. Written to a file as two numbers.</summary>
/// <param name="Id">The process id.</param>
/// <param name="Started">Start time in a unit that depends on the operating system; only for comparison.</param>
internal readonly record struct ProcessIdentity(int Id, long Started)
{
    /// <summary>The current process.</summary>
    public static ProcessIdentity Own { get; } = Of(Environment.ProcessId) ?? new(Environment.ProcessId, 0);

    /// <summary>Null when no process has this id.</summary>
    public static ProcessIdentity? Of(int id)
    {
        try
        {
            if (OperatingSystem.IsLinux())
            {
                // Ticks since boot, which clock corrections do not change.
                var fields = AfterName(File.ReadAllText($"/proc/{id}/stat"));
                return fields[0] is "Z" or "X" ? null : new(id, long.Parse(fields[19], CultureInfo.InvariantCulture));
            }

            using var process = Process.GetProcessById(id);
            return new(id, process.StartTime.ToUniversalTime().Ticks / TimeSpan.TicksPerSecond);
        }
        catch (Exception exception)
            when (exception is ArgumentException or InvalidOperationException or IOException or UnauthorizedAccessException
                or System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    /// <summary>Reads a file that <see cref="Write"/> wrote; null when it is missing or invalid.</summary>
    public static ProcessIdentity? Read(string path)
    {
        try
        {
            return File.ReadAllText(path).Split(' ') is [var id, var started]
                && int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && long.TryParse(started, NumberStyles.None, CultureInfo.InvariantCulture, out var time)
                ? new(number, time)
                : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public bool IsAlive => Of(Id) == this;

    /// <summary>Writes atomically, so that no reader sees half of the file.</summary>
    public void Write(string path)
    {
        File.WriteAllText(path + ".new", string.Create(CultureInfo.InvariantCulture, $"{Id} {Started}"));
        File.Move(path + ".new", path, overwrite: true);
    }

    /// <summary>The fields of Linux's <c>stat</c> from the state on. The name before them may contain anything.</summary>
    public static string[] AfterName(string stat) => stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
}
