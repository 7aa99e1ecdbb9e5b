using Sacredboard.Data.Fields;

namespace Sacredboard.Data.Queries.MongoFilters;

/// <summary>Where in a document of Sacred's a field lies.</summary>
/// <param name="Path">With dots.</param>
/// <param name="IsPlain">A property of Sacred's own, never a list, for which null is as good as missing.</param>
internal readonly record struct MongoPath(string Path, bool IsPlain)
{
    /// <summary>Nothing but a date is ever looked for there.</summary>
    public bool IsTime => IsPlain && (Path is "start_time" or "stop_time" or "heartbeat");

    /// <summary>Null when MongoDB has no way to name it.</summary>
    public static MongoPath? Of(RunField field) => field.Root switch
    {
        FieldRoot.Own => OfOwn(field.Path[0]) is { } path ? new MongoPath(path, field.Path[0] != "result") : null,
        FieldRoot.Metric => null,
        var root => OfKeys([root.ToString().ToLowerInvariant(), .. field.Path]),
    };

    public static MongoPath? OfKeys(IReadOnlyList<string> keys) =>
        keys.All(key => key.Length > 0 && !key.StartsWith('$') && !key.Contains('.') && !key.Contains('\0')) ? new MongoPath(string.Join('.', keys), false) : null;

    // Those that lie in one place.
    private static string? OfOwn(string name) => name switch
    {
        "id" => "_id",
        "status" => "status",
        "experiment" => "experiment.name",
        "started" => "start_time",
        "stopped" => "stop_time",
        "heartbeat" => "heartbeat",
        "host" => "host.hostname",
        "result" => "result",
        "notes" => "omniboard.notes",
        _ => null,
    };
}
