using Sacredboard.Data.Fields;
using Sacredboard.Web.Formatting;

namespace Sacredboard.Web.Models.Compare;

/// <summary>What compared runs or groups have, field by field.</summary>
/// <param name="HasRunsAsRows">There are too many lines of the legend for a column each.</param>
/// <param name="Progress">What is still read; null for nothing.</param>
public sealed record CompareTable(IReadOnlyList<CompareSection> Sections, bool HasRunsAsRows, string? Progress)
    : CompareTabContent
{
    /// <summary>More runs or groups than these are rows.</summary>
    public const int MaxColumns = 6;

    public override string? Progress { get; } = Progress;

    public IEnumerable<CompareRow> Rows => Sections.SelectMany(section => section.Rows);
}

public sealed record CompareSection(string Title, IReadOnlyList<CompareRow> Rows);

/// <summary>One field of all runs or groups.</summary>
/// <param name="Title">Its name.</param>
/// <param name="Cells">One for each line of the legend.</param>
public sealed record CompareRow(string Title, IReadOnlyList<CellText> Cells)
{
    /// <summary>What the row shows; null for a row that cannot be judged.</summary>
    public RunField? Field { get; init; }

    /// <summary>The same as numbers, for groups their means; null for a row of something else.</summary>
    public IReadOnlyList<double?>? Numbers { get; init; }

    /// <summary>The standard deviations of groups; null for runs.</summary>
    public IReadOnlyList<double?>? Spreads { get; init; }

    /// <summary>The indices of the best values; empty where none is better.</summary>
    public IReadOnlySet<int> Best { get; private init; } = new HashSet<int>();

    /// <summary>Lower numbers are the better ones, or higher ones; null where none is better.</summary>
    public bool? IsLowerBetter { get; private init; }

    /// <summary>The same in words.</summary>
    public string? Goal => IsLowerBetter switch
    {
        true => "lower is better",
        false => "higher is better",
        null => null,
    };

    public bool IsNumeric { get; } =
        Cells.All(cell => cell.Kind is CellKind.Number or CellKind.NonFinite or CellKind.Missing)
        && Cells.Any(cell => cell.Kind == CellKind.Number);

    /// <summary>One may say which of its numbers are better.</summary>
    public bool CanBeJudged => Field is not null && Numbers is not null && Numbers.Any(number => number is not null);

    /// <summary>The same with its best numbers marked. Where all are equal, none is best.</summary>
    public CompareRow Judged(bool? isLowerBetter)
    {
        var known = Numbers?.OfType<double>().ToList() ?? [];
        if (isLowerBetter is not { } lower || known.Distinct().Count() < 2)
        {
            return this with { IsLowerBetter = isLowerBetter, Best = new HashSet<int>() };
        }

        var best = lower ? known.Min() : known.Max();
        return this with
        {
            IsLowerBetter = lower,
            Best = Enumerable.Range(0, Numbers!.Count).Where(i => Numbers[i] == best).ToHashSet(),
        };
    }
}

/// <summary>Which numbers of a row are the better ones.</summary>
/// <param name="LowerUrl">The same page with the lower ones; "" for a row that cannot be judged.</param>
/// <param name="HigherUrl">The same with the higher ones.</param>
public sealed record GoalChoice(CompareRow Row, string LowerUrl, string HigherUrl);
