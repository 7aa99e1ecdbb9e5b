using Sacredboard.Data.Fields;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Catalog.Storage;

/// <summary>The run's own properties by their names in <see cref="RunField.OwnNames"/>.</summary>
internal static class OwnFields
{
    private static readonly string[] UserVariables = ["USER", "LOGNAME", "USERNAME"];

    public static SacredValue? Value(CatalogRun run, string name) => name switch
    {
        "id" => run.Id.Kind == RunIdKind.Integer ? new SacredInteger(run.Id.Integer) : new SacredText(run.Id.ToString()),
        "status" => new SacredText(run.Status),
        "result" => run.Result,
        "tags" => run.TagSet is null ? null : new SacredList([.. run.Tags.Select(tag => new SacredText(tag))]),
        "duration" => null,
        _ => Leaf(run, name).ToValue(),
    };

    /// <summary>
    /// What to sort by; missing for <c>id</c>, <c>status</c> and <c>result</c>, which are sorted by other means. The duration is in
    /// ticks; for a run that goes on it is the date of its start.
    /// </summary>
    public static Leaf Leaf(CatalogRun run, string name) => name switch
    {
        "experiment" => Storage.Leaf.OfText(run.ExperimentText),
        "command" => Storage.Leaf.OfText(run.CommandText),
        "host" => Storage.Leaf.OfText(run.HostText),
        "comment" => Storage.Leaf.OfText(run.CommentText),
        "notes" => Storage.Leaf.OfText(run.NotesText),
        "failure" => Storage.Leaf.OfText(run.FailureText),
        "user" => User(run.HostBlock),
        "tags" => Storage.Leaf.OfText(run.TagSet?.Joined),
        "started" => Storage.Leaf.OfDate(run.Started),
        "stopped" => Storage.Leaf.OfDate(run.Stopped),
        "heartbeat" => Storage.Leaf.OfDate(run.Heartbeat),
        "duration" when run.IsGoingOn => Storage.Leaf.OfDate(run.Started),
        "duration" => run.Duration(default) is { } duration ? Storage.Leaf.Of(duration.Ticks) : default,
        _ => default,
    };

    // Sacred notes variables of the environment only when it is told to (HOST_INFO.CAPTURED_ENV), and nowhere else who ran it.
    private static Leaf User(Block? host)
    {
        if (host is null || !host.Shape.Table.TryChild(PathTable.Root, "ENV", out var environment))
        {
            return default;
        }

        foreach (var variable in UserVariables)
        {
            if (host.Shape.Table.TryChild(environment, variable, out var path) && host.Shape.IndexOf(path) is >= 0 and var index)
            {
                return host[index];
            }
        }

        return default;
    }
}
