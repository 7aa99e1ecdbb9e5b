namespace Sacredboard.Data.Queries.Totals;

/// <summary>The total of one field over some runs. Mean, standard deviation, min and max are of the finite numbers.</summary>
public sealed record NumberTotal
{
    /// <summary>Number of runs with a finite number.</summary>
    public required int Count { get; init; }

    /// <summary>Null without finite numbers, like <see cref="Min"/> and <see cref="Max"/>.</summary>
    public required double? Mean { get; init; }

    /// <summary>The sample standard deviation (divided by n − 1); null for fewer than two numbers.</summary>
    public required double? Std { get; init; }

    public required double? Min { get; init; }

    public required double? Max { get; init; }

    /// <summary>Number of runs in which it is NaN or infinite.</summary>
    public required int NonFinite { get; init; }

    /// <summary>Number of runs without a value or with null.</summary>
    public required int Missing { get; init; }

    /// <summary>Those of the missing ones that are null.</summary>
    public required int Nulls { get; init; }

    /// <summary>Number of runs with a value that is not a number: text, true or false, a date, a list.</summary>
    public required int Others { get; init; }

    /// <summary>True when any run has a number, finite or not.</summary>
    public bool IsNumeric => Count + NonFinite > 0;
}
