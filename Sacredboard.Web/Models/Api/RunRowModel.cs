using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Sacredboard.Data.Catalog.Snapshots;
using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Values;
using Sacredboard.Web.Sources;

namespace Sacredboard.Web.Models.Api;

[Description("A run in a list.")]
public record RunRowModel
{
    [Description("The id as one URL segment; ids of all types have one.")]
    public required string Id { get; init; }

    [Description("The id as stored, in relaxed extended JSON: 42, \"42\", {\"$oid\": …}, {\"$uuid\": …}, null.")]
    public required StoredValue? StoredId { get; init; }

    [Description("The experiment's name.")]
    public required string? Experiment { get; init; }

    [Description("Where it lies in a tree of directories or in a bucket, such as 8m/qmix; null elsewhere.")]
    public required string? Folder { get; init; }

    [Description("The command that was run.")]
    public required string? Command { get; init; }

    [Description("The status as the pages show it: Sacred's own word, or DEAD for a RUNNING run without a heartbeat; empty when none is "
        + "stored.")]
    public required string Status { get; init; }

    [Description("The word that is stored: QUEUED, RUNNING, COMPLETED, FAILED, INTERRUPTED, TIMEOUT, or any other.")]
    public required string? StoredStatus { get; init; }

    [Description("When it was queued; also null if the storage removes this time when the run starts.")]
    public required DateTime? Queued { get; init; }

    [Description("When it started.")]
    public required DateTime? Started { get; init; }

    [Description("When it ended.")]
    public required DateTime? Stopped { get; init; }

    [Description("Its last heartbeat.")]
    public required DateTime? Heartbeat { get; init; }

    [Description("Duration until its end; for a running run until now, for a dead one until its last heartbeat. The difference of the "
        + "times as recorded: negative or decades where a clock was wrong.")]
    public required double? DurationSeconds { get; init; }

    [Description("The name of the machine it ran on.")]
    public required string? Host { get; init; }

    [Description("What it returned, any JSON. In a list it is decoded; for one run as stored, unless decoded=true.")]
    public required StoredValue? Result { get; init; }

    [Description("The comment it was started with.")]
    public required string? Comment { get; init; }

    [Description("Its tags.")]
    public required IReadOnlyList<string> Tags { get; init; }

    [Description("The last line of the traceback, such as \"ValueError: boom\"; null when it did not fail.")]
    public required string? Failure { get; init; }

    /// <summary>The model of a run in the catalog; values are decoded.</summary>
    protected static RunRowModel Of(CatalogRun run, SourceUrls urls, DateTimeOffset now) => new()
    {
        Id = urls.Segment(run.Id),
        StoredId = StoredValue.Of(run.Id),
        Experiment = run.Experiment,
        Folder = run.Folder,
        Command = run.Command,
        Status = run.Status,
        StoredStatus = run.StoredStatus,
        Queued = Utc.Of(run.Time(OwnFields.Queued)),
        Started = Utc.Of(run.Started),
        Stopped = Utc.Of(run.Stopped),
        Heartbeat = Utc.Of(run.Heartbeat),
        DurationSeconds = run.Span(now)?.Recorded.TotalSeconds,
        Host = run.Host,
        Result = StoredValue.Of(run.Result, decoded: true),
        Comment = run.Comment,
        Tags = run.Tags,
        Failure = run.Failure,
    };

    /// <summary>The model of a run that was read in full.</summary>
    protected static RunRowModel Of(RunSummary run, bool isDead, StoredValue? result, SourceUrls urls, DateTimeOffset now) => new()
    {
        Id = urls.Segment(run.Id),
        StoredId = StoredValue.Of(run.Id),
        Experiment = run.Experiment,
        Folder = run.Folder,
        Command = run.Command,
        Status = isDead ? RunStatus.Dead : run.Status ?? "",
        StoredStatus = run.Status,
        Queued = Utc.Of(OwnFields.Queued.Time(run)),
        Started = Utc.Of(run.Started),
        Stopped = Utc.Of(run.Stopped),
        Heartbeat = Utc.Of(run.Heartbeat),
        DurationSeconds = RunSpan.Of(run.Started, run.Stopped, run.Heartbeat, run.Status == RunStatus.Running && !isDead, now)
            ?.Recorded.TotalSeconds,
        Host = run.Host,
        Result = result,
        Comment = run.Comment,
        Tags = run.Tags,
        Failure = run.Failure,
    };
}

[Description("A run in a list, with the columns asked for.")]
public sealed record ListedRunModel : RunRowModel
{
    [SetsRequiredMembers]
    private ListedRunModel(RunRowModel row, StoredValue values)
        : base(row) => Values = values;

    [JsonPropertyOrder(1)]
    [Description("The values of the columns, by the name given in columns or else the text of the field; null if the run has no such "
        + "value.")]
    public required StoredValue Values { get; init; }

    public static ListedRunModel Of(
        CatalogSnapshot snapshot,
        CatalogRun run,
        IReadOnlyList<(string Text, RunField Field)> columns,
        SourceUrls urls,
        DateTimeOffset now)
    {
        var values = columns.Select(column => KeyValuePair.Create(column.Text, snapshot.Value(run, column.Field, now) ?? SacredNull.Value));
        return new(Of(run, urls, now), StoredValue.Of(new SacredObject([.. values]), decoded: true)!);
    }
}

[Description("Runs that match a query: one part of them.")]
public sealed record RunListModel
{
    [Description("The number of runs of the source, as far as they were read.")]
    public required int Total { get; init; }

    [Description("How many of them match.")]
    public required int Matched { get; init; }

    [Description("Grows whenever any run of the source changes, or statistics of metrics are computed.")]
    public required long Version { get; init; }

    [Description("Notes on how the query was interpreted: \"lr is taken from optimizer.lr\".")]
    public required IReadOnlyList<QueryNoteModel> Notes { get; init; }

    [Description(SourceStateName.Description)]
    public required string State { get; init; }

    [Description("For how many runs the statistics of metrics in the request, such as min(loss), are computed. Until they are complete, "
        + "values are missing and the order is preliminary. Ask again.")]
    public required IReadOnlyList<StatisticsProgressModel> Summaries { get; init; }

    [Description("The part asked for.")]
    public required IReadOnlyList<ListedRunModel> Runs { get; init; }
}
