namespace Sacredboard.Data.Runs;

/// <summary>
/// What a summary needs of the root of a stored run document, beside its trees. Stores read it, a summary keeps it, and queries may ask for it
/// with a dot in front.
/// </summary>
public static class StoredNames
{
    /// <summary>Properties of a <see cref="RunSummary"/>: kept as they are only when they are of an odd type, see <see cref="RunSummary.Document"/>.</summary>
    public static readonly IReadOnlyList<string> Properties = ["status", "start_time", "stop_time", "heartbeat"];

    /// <summary>Kept as they are. The last two are what SEML writes when it queues a run.</summary>
    public static readonly IReadOnlyList<string> Others = ["command", "comment", "omniboard", "add_time", "queue_time"];
}
