using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries.Columns;
using Sacredboard.Web.Compare;
using Sacredboard.Web.Formatting;
using Sacredboard.Web.Plots;
using Sacredboard.Web.Sources;
using Sacredboard.Web.Table;

namespace Sacredboard.Web.Models.Compare;

/// <summary>A plot of the runs that are compared: one dot or line for each.</summary>
public abstract record ComparePlot : CompareTabContent
{
    /// <summary>Its fields with those that the runs have where the address names none, as scripts ask for them.</summary>
    public required PlotLook Look { get; init; }

    /// <summary>The most runs that it draws.</summary>
    public abstract int Max { get; }

    /// <summary>How many runs match.</summary>
    public required int Runs { get; init; }

    /// <summary>What may be chosen as a field.</summary>
    public required IReadOnlyList<string> Suggestions { get; init; }

    /// <summary>Where scripts ask for the values.</summary>
    public required string ValuesUrl { get; init; }

    /// <summary>Where scripts ask for the query of what is chosen; they add the ranges.</summary>
    public required string SelectionUrl { get; init; }

    /// <summary>The address of the pages of runs; scripts add the id of one, and <see cref="RunQuery"/>.</summary>
    public required string RunsUrl { get; init; }

    /// <summary>What these pages carry along.</summary>
    public required string RunQuery { get; init; }

    /// <summary>The table of the same runs with the fields of the plot as columns.</summary>
    public required string RowsUrl { get; init; }

    /// <summary>How many of how many runs are drawn: "The first 10,000 of 100,000 runs are drawn."; null for all.</summary>
    public string? LimitText => Runs <= Max ? null
        : $"The first {NumberText.Count(Max)} of {NumberText.Count(Runs)} runs are drawn; what is chosen is looked for in all.";

    /// <summary>The address of a table of runs with the fields of a comparison's plot as columns.</summary>
    public static string TableOf(TableState runs, CompareState state, SourceUrls urls) => TableUrl.Write(urls.Runs, runs with
    {
        Columns = state.Plot.Fields(state.Tab) is { Count: > 0 } fields ? [.. fields.Select(field => new ColumnSpec(field))] : null,
    });
}

/// <summary>Runs as dots.</summary>
public sealed record CompareScatter : ComparePlot
{
    public const int MaxRuns = PlottedRuns.Max;

    public override int Max => MaxRuns;
}

/// <summary>Runs as lines over several axes.</summary>
public sealed record CompareParallel : ComparePlot
{
    public const int MaxRuns = 10_000;

    public override int Max => MaxRuns;

    /// <summary>Which values of the colour are the better ones.</summary>
    public required string? ColorGoal { get; init; }
}
