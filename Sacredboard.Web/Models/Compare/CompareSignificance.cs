using Sacredboard.Data.Comparing;
using Sacredboard.Web.Formatting;

namespace Sacredboard.Web.Models.Compare;

/// <summary>The runs are not grouped, so there are no groups to compare.</summary>
public sealed record CompareUngrouped : CompareTabContent;

/// <summary>How groups of runs differ in one number, and how sure that is.</summary>
public sealed record CompareSignificance : CompareFigureTab
{
    /// <summary>What the runs of a group are: <c>seeds</c> or <c>runs</c>.</summary>
    public required string Seeds { get; init; }

    /// <summary>The edges of the plots.</summary>
    public required Interval Range { get; init; }

    /// <summary>At least one.</summary>
    public required IReadOnlyList<ComparedGroup> Groups { get; init; }

    public ComparedGroup Base => Groups.First(group => group.Against is null);

    /// <summary>The differences in words, without those of groups that cannot be tested.</summary>
    public IEnumerable<string> Sentences =>
        Groups.Where(group => group.Against?.Means is not null).Select(group => DifferenceWords.Of(group, Base, this));
}

/// <summary>One group of runs by one number of each.</summary>
public sealed record ComparedGroup
{
    /// <summary>Names the group in the address.</summary>
    public required string Key { get; init; }

    public required string Name { get; init; }

    public required RunStyle Style { get; init; }

    /// <summary>Number of its runs, also those without the number.</summary>
    public required int Runs { get; init; }

    public required Sample Sample { get; init; }

    public required bool IsBest { get; init; }

    /// <summary>The comparison with the base; null for the base itself.</summary>
    public required GroupComparison? Against { get; init; }

    /// <summary>The intervals of the group's own median and interquartile mean; null for too few runs.</summary>
    public required Interval? Median { get; init; }

    public required Interval? InterquartileMean { get; init; }

    public required DotPlot Plot { get; init; }
}
