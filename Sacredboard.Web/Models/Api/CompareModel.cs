using System.ComponentModel;

namespace Sacredboard.Web.Models.Api;

[Description("Runs, or groups of them, side by side: what the page that compares them shows.")]
public sealed record CompareModel
{
    [Description("The runs or groups, in the order of the page.")]
    public required IReadOnlyList<ComparedLineModel> Lines { get; init; }

    [Description("What they have, field by field.")]
    public required IReadOnlyList<ComparedRowModel> Rows { get; init; }

    [Description("Whether the groups differ or only their seeds; null without group.")]
    public required GroupTestsModel? Tests { get; init; }

    [Description("The runs that were asked for and are not there.")]
    public required IReadOnlyList<string> NotFound { get; init; }

    [Description("How many more runs were asked for or match: only the first 500 are compared.")]
    public required int Left { get; init; }

    [Description(SourceStateName.Description)]
    public required string State { get; init; }

    [Description("How far the statistics of metrics are computed that q and sort depend on, as for runs.")]
    public required IReadOnlyList<StatisticsProgressModel> Summaries { get; init; }

    [Description("What is not read yet, so that numbers are missing, in words; null when all is. Ask again then.")]
    public required string? Progress { get; init; }
}

[Description("A run or a group of runs of a comparison.")]
public sealed record ComparedLineModel
{
    [Description("The run, with its source and a colon in front if it is another one; of a group its oldest run.")]
    public required string Key { get; init; }

    [Description("Its name in the legend.")]
    public required string Name { get; init; }

    [Description("How many runs it stands for.")]
    public required int Count { get; init; }

    [Description("Its colour on all pages, 1 to 10.")]
    public required int Colour { get; init; }

    [Description("solid, dashed, dotted or dash-dot.")]
    public required string Dash { get; init; }
}

[Description("One field of all lines.")]
public sealed record ComparedRowModel
{
    [Description("Run, Metrics or Config.")]
    public required string Section { get; init; }

    [Description("The name of the field.")]
    public required string Name { get; init; }

    [Description("One for each line: a number, in groups the mean; else the value as the page writes it; null for none. Durations are in "
        + "seconds.")]
    public required IReadOnlyList<StoredValue?> Values { get; init; }

    [Description("The standard deviations of groups, divided by n - 1, one for each line; null for single runs and for other values.")]
    public required IReadOnlyList<double?>? Std { get; init; }

    [Description("lower, higher or null: which numbers are the better ones.")]
    public required string? Better { get; init; }

    [Description("The keys of the lines with the best number.")]
    public required IReadOnlyList<string> Best { get; init; }
}
