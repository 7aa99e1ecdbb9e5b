namespace Sacredboard.Data.State;

/// <summary>A table that was saved under a name.</summary>
public sealed record SavedView
{
    public const int MaxNameLength = 100;

    /// <summary>Browsers and proxies do not accept much longer addresses.</summary>
    public const int MaxQueryLength = 7000;

    /// <summary>Never reused.</summary>
    public required long Id { get; init; }

    /// <summary>The name of the source in URLs.</summary>
    public required string Source { get; init; }

    /// <summary>The user who saved it; null without sign-in.</summary>
    public required string? Owner { get; init; }

    /// <summary>Unique, ignoring case, among the owner's views of the source.</summary>
    public required string Name { get; init; }

    /// <summary>The parameters of the table's URL after the <c>?</c>; "" for the default table.</summary>
    public required string Query { get; init; }

    /// <summary>Shown first to its owner. At most one per owner and source.</summary>
    public required bool IsDefault { get; init; }

    public required DateTimeOffset Created { get; init; }

    /// <summary>When the query or the name last changed.</summary>
    public required DateTimeOffset Updated { get; init; }

    /// <summary>Whether this person may change it: its owner, or everyone when it has no owner.</summary>
    public bool MayBeChangedBy(string? person) => Owner is null || Owner == person;
}

/// <summary>Why a view was not saved.</summary>
public enum ViewProblem
{
    None,

    /// <summary>There is no such view, or it belongs to another person.</summary>
    NoSuchView,

    /// <summary>Another view of this person already has the name.</summary>
    NameTaken,

    /// <summary>The owner has the maximum number of views.</summary>
    TooMany,

    /// <summary>Without sign-in: who saves it has half of the room that all others leave.</summary>
    TooManyOfOne,
}

/// <param name="View">The view after the change; null when there is a <paramref name="Problem"/>.</param>
public sealed record SavedViewResult(SavedView? View, ViewProblem Problem = ViewProblem.None);
