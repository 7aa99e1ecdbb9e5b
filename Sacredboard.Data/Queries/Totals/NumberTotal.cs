namespace Sacredboard.Data.Queries.Totals;

/// <summary>The numbers that some runs have in one field. Mean, deviation, min and max are of the finite ones.</summary>
public sealed record NumberTotal
{
    /// <summary>Finite numbers.</summary>
    public required int Count { get; init; }

    /// <summary>Null without any.</summary>
    public required double? Mean { get; init; }

    /// <summary>The sample standard deviation (divided by n − 1); null for less than two numbers.</summary>
    public required double? Std { get; init; }

    public required double? Min { get; init; }

    public required double? Max { get; init; }

    /// <summary>Runs in which it is NaN or infinite.</summary>
    public required int NonFinite { get; init; }

    /// <summary>Runs without a value, or with null.</summary>
    public required int Missing { get; init; }

    /// <summary>Runs with a value that is no number: text, true or false, a date, a list.</summary>
    public required int Others { get; init; }

    /// <summary>Runs that have a number, finite or not.</summary>
    public bool IsNumeric => Count + NonFinite > 0;
}
