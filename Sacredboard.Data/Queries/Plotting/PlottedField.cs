using Sacredboard.Data.Fields;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Queries.Plotting;

/// <summary>What the values of a field are on an axis; that of most runs.</summary>
public enum PlotKind
{
    Number,

    /// <summary>Milliseconds since 1970 UTC.</summary>
    Time,

    /// <summary>Texts and all else, one place for each different value.</summary>
    Category,
}

/// <summary>One field of some runs for a plot. The lists are in the order of the runs.</summary>
public sealed record PlottedField(RunField Field, PlotKind Kind)
{
    /// <summary>The most different values of an axis; rarer ones have no place.</summary>
    public const int MaxValues = 500;

    /// <summary>The numbers as recorded, durations in seconds; null for runs without one. Empty for categories.</summary>
    public IReadOnlyList<double?> Numbers { get; init; } = [];

    /// <summary>The different values of categories, in the order of the axis.</summary>
    public IReadOnlyList<SacredValue> Values { get; init; } = [];

    /// <summary>The index in <see cref="Values"/>; -1 for runs without a place. Empty for numbers and times.</summary>
    public IReadOnlyList<int> Places { get; init; } = [];

    /// <summary>Number of runs without a value; those with null too, unless it is a category.</summary>
    public int Missing { get; init; }

    /// <summary>Number of runs whose value is NaN or infinite.</summary>
    public int NonFinite { get; init; }

    /// <summary>Number of runs with a value of another kind, or one that is too rare for a place.</summary>
    public int Others { get; init; }

    /// <summary>The exact moments behind the numbers of times.</summary>
    internal IReadOnlyList<long?> Ticks { get; init; } = [];

    /// <summary>The place of a run on the axis; NaN without one.</summary>
    internal double At(int run) =>
        Kind != PlotKind.Category ? (Numbers[run] is { } number && double.IsFinite(number) ? number : double.NaN)
        : Places[run] is >= 0 and var place ? place
        : double.NaN;
}

/// <summary>A part of an axis, both ends included.</summary>
/// <param name="Low">A number, milliseconds since 1970, or the index of a category.</param>
public sealed record PlotRange(RunField Field, double Low, double High);

/// <summary>The runs in some ranges.</summary>
/// <param name="Text">A query that finds just them among the runs of the plot; null where none can be written.</param>
/// <param name="Count">Number of these runs.</param>
public sealed record PlotSelection(string? Text, int Count);
