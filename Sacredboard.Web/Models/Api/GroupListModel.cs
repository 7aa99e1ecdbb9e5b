using System.ComponentModel;

namespace Sacredboard.Web.Models.Api;

[Description("Runs put together into groups, one part of these.")]
public sealed record GroupListModel
{
    [Description("All runs of the source, as far as they were read.")]
    public required int Total { get; init; }

    [Description("How many of them match, and so are in some group.")]
    public required int Matched { get; init; }

    [Description("Grows whenever any run of the source changes.")]
    public required long Version { get; init; }

    [Description("How many groups there are.")]
    public required int GroupCount { get; init; }

    [Description("How the query was understood, where that may surprise: \"lr is taken from optimizer.lr\".")]
    public required IReadOnlyList<QueryNoteModel> Notes { get; init; }

    [Description("How many runs the statistics of metrics are computed for that this answer depends on; until they are complete it is preliminary.")]
    public required IReadOnlyList<SummaryProgressModel> Summaries { get; init; }

    [Description("The part asked for.")]
    public required IReadOnlyList<GroupModel> Groups { get; init; }
}

[Description("Runs that have the same in everything they are grouped by.")]
public sealed record GroupModel
{
    [Description("How many runs it has.")]
    public required int Count { get; init; }

    [Description("The id of its oldest run.")]
    public required string Oldest { get; init; }

    [Description("The id of its newest run.")]
    public required string Newest { get; init; }

    [Description("What all of its runs have in common, by the text it was asked for with; null where they have no such value. Under config the whole config but for the keys that are left out.")]
    public required StoredValue Keys { get; init; }

    [Description("How many runs have which status, as shown; the most frequent first.")]
    public required IReadOnlyList<GroupStatusModel> Statuses { get; init; }

    [Description("The columns asked for, by the text they were asked for with, summed up.")]
    public required IReadOnlyDictionary<string, GroupNumbersModel> Values { get; init; }

    [Description("The ids of its newest runs, as many as were asked for with runs.")]
    public required IReadOnlyList<string> Runs { get; init; }
}

[Description("Runs of one status.")]
public sealed record GroupStatusModel
{
    [Description("The word as the pages show it; empty when none is stored.")]
    public required string Status { get; init; }

    [Description("How many.")]
    public required int Count { get; init; }
}
