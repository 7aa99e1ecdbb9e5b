using Sacredboard.Data.Fields;

namespace Sacredboard.Web.Columns;

/// <summary>The own fields of a run as columns, in their default order.</summary>
public static class OwnColumns
{
    public static readonly IReadOnlyList<OwnColumn> All =
    [
        new(OwnFields.Status, "Status", OwnColumnUse.Fixed),
        new(OwnFields.Id, "Id", OwnColumnUse.Fixed),
        new(OwnFields.Source, "Source", OwnColumnUse.Differing),
        new(OwnFields.Folder, "Folder", OwnColumnUse.Differing) { CutsMiddle = true },
        new(OwnFields.Experiment, "Experiment", OwnColumnUse.Differing) { Warns = true },
        new(OwnFields.Command, "Command", OwnColumnUse.Differing),
        new(OwnFields.Failure, "Failure", OwnColumnUse.WithFailures) { Text = run => run.Failure ?? run.Problem },
        new(OwnFields.Queued, "Queued", OwnColumnUse.OnDemand),
        new(OwnFields.Started, "Started", OwnColumnUse.Present),
        new(OwnFields.Duration, "Duration", OwnColumnUse.Present),
        new(OwnFields.Heartbeat, "Heartbeat", OwnColumnUse.WhileRunning),
        new(OwnFields.Result, "Result", OwnColumnUse.Differing),
        new(OwnFields.Host, "Host", OwnColumnUse.Differing) { CutsMiddle = true, IsBehindConfig = true },
        new(OwnFields.Tags, "Tags", OwnColumnUse.Differing) { IsBehindConfig = true },
        new(OwnFields.Comment, "Comment", OwnColumnUse.Differing) { IsBehindConfig = true },
        new(OwnFields.Stopped, "Stopped", OwnColumnUse.OnDemand),
        new(OwnFields.User, "User", OwnColumnUse.OnDemand),
        new(OwnFields.Notes, "Notes", OwnColumnUse.OnDemand),
    ];

    private static readonly Dictionary<OwnField, OwnColumn> ByField = All.ToDictionary(column => column.Field);

    /// <summary>Null for all other fields.</summary>
    public static OwnColumn? Of(RunField field) => field.OwnField is { } own ? ByField[own] : null;

    /// <summary>True for the columns that are always in front and cannot be chosen.</summary>
    public static bool IsFixed(RunField field) => Of(field) is { Use: OwnColumnUse.Fixed };
}
