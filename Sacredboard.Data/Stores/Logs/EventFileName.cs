namespace Sacredboard.Data.Stores.Logs;

/// <summary>Names of event files.</summary>
internal static class EventFileName
{
    /// <summary>Whether TensorBoard takes a file of this name for an event file.</summary>
    public static bool Is(ReadOnlySpan<char> name) =>
        name.Contains("tfevents", StringComparison.Ordinal) && !name.EndsWith(".profile-empty", StringComparison.Ordinal);
}
