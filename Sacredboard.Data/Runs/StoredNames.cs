namespace Sacredboard.Data.Runs;

/// <summary>
/// Names of the members at the root of a stored run document, besides its trees, that a summary needs. Stores read them, a summary
/// keeps them, and queries may ask for them with a leading dot.
/// </summary>
public static class StoredNames
{
    /// <summary>
    /// Properties of a <see cref="RunSummary"/>; kept as stored only when they are of an unexpected type, see <see
    /// cref="RunSummary.Document"/>.
    /// </summary>
    public static readonly IReadOnlyList<string> Properties = ["status", "start_time", "stop_time", "heartbeat"];

    /// <summary>Kept as stored. The last two are written by SEML when it queues a run.</summary>
    public static readonly IReadOnlyList<string> Others = ["command", "comment", "omniboard", "add_time", "queue_time"];
}
