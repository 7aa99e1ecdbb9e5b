using Sacredboard.Data.Fields;

namespace Sacredboard.Web.Columns;

/// <summary>A run's own properties as columns, in the order in which they are shown without being asked for.</summary>
public static class OwnColumns
{
    public static readonly IReadOnlyList<OwnColumn> All =
    [
        new(OwnFields.Status, "Status", OwnColumnUse.Fixed),
        new(OwnFields.Id, "Id", OwnColumnUse.Fixed),
        new(OwnFields.Experiment, "Experiment", OwnColumnUse.Always) { Warns = true },
        new(OwnFields.Command, "Command", OwnColumnUse.Expected),
        new(OwnFields.Queued, "Queued", OwnColumnUse.WhereAny),
        new(OwnFields.Started, "Started", OwnColumnUse.Always),
        new(OwnFields.Duration, "Duration", OwnColumnUse.Always),
        new(OwnFields.Heartbeat, "Heartbeat", OwnColumnUse.Always),
        new(OwnFields.Host, "Host", OwnColumnUse.Expected) { CutsMiddle = true },
        new(OwnFields.Result, "Result", OwnColumnUse.Always),
        new(OwnFields.Tags, "Tags", OwnColumnUse.WhereAnyLast),
        new(OwnFields.Comment, "Comment", OwnColumnUse.WhereAnyLast),
        new(OwnFields.Stopped, "Stopped", OwnColumnUse.OnDemand),
        new(OwnFields.User, "User", OwnColumnUse.OnDemand),
        new(OwnFields.Notes, "Notes", OwnColumnUse.OnDemand),
        new(OwnFields.Failure, "Failure", OwnColumnUse.OnDemand) { Text = run => run.Failure ?? run.Problem },
    ];

    private static readonly Dictionary<OwnField, OwnColumn> ByField = All.ToDictionary(column => column.Field);

    /// <summary>Null for what is no property of the run itself.</summary>
    public static OwnColumn? Of(RunField field) => field.OwnField is { } own ? ByField[own] : null;

    /// <summary>True for what is always in front and not to be chosen.</summary>
    public static bool IsFixed(RunField field) => Of(field) is { Use: OwnColumnUse.Fixed };
}
