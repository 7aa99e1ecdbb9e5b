namespace Sacredboard.Data.Fields;

/// <summary>
/// All own fields, in the order of the table. Parsing, sorting, searching, grouping, suggesting and exporting use this list, so a new
/// field is an entry here and one among the columns of the pages.
/// </summary>
public static class OwnFields
{
    /// <summary>Number of own fields of <see cref="OwnKind.Text"/>; a run of the catalog has room for so many.</summary>
    internal const int TextCount = 9;

    /// <summary>Number of own fields of <see cref="OwnKind.Time"/>.</summary>
    internal const int TimeCount = 4;

    private static readonly List<OwnField> Listed = [];

    public static readonly OwnField Status = Add(new("status", OwnKind.Status, "status") { IsShared = true });

    public static readonly OwnField Id = Add(new("id", OwnKind.Id, "_id"));

    /// <summary>Only where the runs of several sources are together.</summary>
    public static readonly OwnField Source = Add(new("source", OwnKind.Text)
    {
        Text = run => run.Source,
        NotStored = "it is the name of the place that the run is stored in",
        IsShared = true,
        IsOfSome = true,
    });

    /// <summary>Where the run lies in a tree of folders; a part of its id, and not a stored value.</summary>
    public static readonly OwnField Folder = Add(new("folder", OwnKind.Text)
    {
        Text = run => run.Folder,
        NotStored = "only directories and buckets have folders",
        IsSearched = true,
        IsShared = true,
        IsOfSome = true,
    });

    public static readonly OwnField Experiment =
        Add(new("experiment", OwnKind.Text, "experiment.name") { Text = run => run.Experiment, IsSearched = true, IsShared = true });

    public static readonly OwnField Command =
        Add(new("command", OwnKind.Text, "meta.command", "command") { Text = run => run.Command, IsSearched = true, IsShared = true });

    /// <summary>Sacred removes it when the run starts; SEML keeps it, in old versions under the name <c>queue_time</c>.</summary>
    public static readonly OwnField Queued = Add(new("queued", OwnKind.Time, "meta.queue_time", "add_time", "queue_time"));

    public static readonly OwnField Started = Add(new("started", OwnKind.Time, "start_time") { Time = run => run.Started });

    public static readonly OwnField Stopped = Add(new("stopped", OwnKind.Time, "stop_time") { Time = run => run.Stopped });

    public static readonly OwnField Duration =
        Add(new("duration", OwnKind.Duration) { NotStored = "the duration is not stored, and grows" });

    public static readonly OwnField Heartbeat = Add(new("heartbeat", OwnKind.Time, "heartbeat") { Time = run => run.Heartbeat });

    public static readonly OwnField Host =
        Add(new("host", OwnKind.Text, "host.hostname") { Text = run => run.Host, IsSearched = true, IsShared = true });

    /// <summary>Sacred stores the user only among environment variables, and those only if HOST_INFO.CAPTURED_ENV lists them.</summary>
    public static readonly OwnField User = Add(new("user", OwnKind.Text, "host.ENV.USER", "host.ENV.LOGNAME", "host.ENV.USERNAME"));

    public static readonly OwnField Result = Add(new("result", OwnKind.Tree, "result") { Tree = FieldRoot.Result });

    public static readonly OwnField Comment =
        Add(new("comment", OwnKind.Text, "meta.comment", "comment") { Text = run => run.Comment, IsSearched = true, SkipsEmpty = true });

    public static readonly OwnField Notes = Add(new("notes", OwnKind.Text, "omniboard.notes")
    {
        Text = run => run.Notes,
        IsSearched = true
    });

    public static readonly OwnField Tags = Add(new("tags", OwnKind.Tags) { IsShared = true });

    public static readonly OwnField Failure =
        Add(new("failure", OwnKind.Text) { Text = run => run.Failure, NotStored = "it is the last line of fail_trace", IsSearched = true });

    public static readonly IReadOnlyList<OwnField> All = Listed;

    internal static readonly OwnField[] Texts = [.. All.Where(field => field.Kind == OwnKind.Text)];

    internal static readonly OwnField[] Times = [.. All.Where(field => field.Kind == OwnKind.Time)];

    private static readonly Dictionary<string, OwnField> ByName = All.ToDictionary(field => field.Name);

    /// <summary>The own field of this name, or null.</summary>
    public static OwnField? Find(string name) => ByName.GetValueOrDefault(name);

    private static OwnField Add(OwnField field)
    {
        field.Index = Listed.Count(other => other.Kind == field.Kind);
        Listed.Add(field);
        return field;
    }
}
