using System.ComponentModel;

namespace Sacredboard.Web.Models.Api;

[Description("Runs in groups: one part of the groups.")]
public sealed record GroupListModel
{
    [Description("The number of runs of the source, as far as they were read.")]
    public required int Total { get; init; }

    [Description("How many of them match the query; each is in one group.")]
    public required int Matched { get; init; }

    [Description("Grows whenever any run of the source changes.")]
    public required long Version { get; init; }

    [Description("How many groups there are.")]
    public required int GroupCount { get; init; }

    [Description("Notes on how the query was interpreted: \"lr is taken from optimizer.lr\".")]
    public required IReadOnlyList<QueryNoteModel> Notes { get; init; }

    [Description(SourceStateName.Description)]
    public required string State { get; init; }

    [Description("For how many runs the statistics of metrics that this answer depends on are computed; until they are complete it is "
        + "preliminary.")]
    public required IReadOnlyList<StatisticsProgressModel> Summaries { get; init; }

    [Description("The part asked for.")]
    public required IReadOnlyList<GroupModel> Groups { get; init; }
}

[Description("Runs that have the same values of all fields that they are grouped by.")]
public sealed record GroupModel
{
    [Description("How many runs it has.")]
    public required int Count { get; init; }

    [Description("The id of its oldest run.")]
    public required string Oldest { get; init; }

    [Description("The id of its newest run.")]
    public required string Newest { get; init; }

    [Description("The values that its runs have in common, by the text of the field in group; null if they have no such value. Under "
        + "config the whole config without the keys that are left out.")]
    public required StoredValue Keys { get; init; }

    [Description("The number of runs of each status, as shown; the most frequent first.")]
    public required IReadOnlyList<GroupStatusModel> Statuses { get; init; }

    [Description("The statistics of the columns, by the name or text in columns.")]
    public required IReadOnlyDictionary<string, GroupNumbersModel> Values { get; init; }

    [Description("The ids of its newest runs, as many as the parameter runs says.")]
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
