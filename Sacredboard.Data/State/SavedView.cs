namespace Sacredboard.Data.State;

/// <summary>A view of a table of runs that somebody gave a name.</summary>
public sealed record SavedView
{
    public const int MaxNameLength = 100;

    /// <summary>No browser or proxy takes much longer addresses.</summary>
    public const int MaxQueryLength = 7000;

    /// <summary>Never given to another view again.</summary>
    public required long Id { get; init; }

    /// <summary>The name of the source in URLs.</summary>
    public required string Source { get; init; }

    /// <summary>Who saved it; null where nobody has to sign in.</summary>
    public required string? Owner { get; init; }

    /// <summary>Unlike those of the owner's other views of that source, upper and lower case being the same.</summary>
    public required string Name { get; init; }

    /// <summary>The parameters of the table's URL as they stand behind the <c>?</c>; "" for the table as it is by itself.</summary>
    public required string Query { get; init; }

    /// <summary>What its owner is shown first. One at most for each owner and source.</summary>
    public required bool IsDefault { get; init; }

    public required DateTimeOffset Created { get; init; }

    /// <summary>When query or name last changed.</summary>
    public required DateTimeOffset Updated { get; init; }

    /// <summary>Whether this person may change it: its owner; where nobody is the owner, everyone.</summary>
    public bool MayBeChangedBy(string? person) => Owner is null || Owner == person;
}

/// <summary>Why a view was not saved.</summary>
public enum ViewProblem
{
    None,

    /// <summary>There is no such view, or it is another person's.</summary>
    NoSuchView,

    /// <summary>Another view of this person has the name.</summary>
    NameTaken,

    /// <summary>There are as many as there may be.</summary>
    TooMany,
}

/// <param name="View">As it is now; null when <paramref name="Problem"/> says why not.</param>
public sealed record SavedViewResult(SavedView? View, ViewProblem Problem = ViewProblem.None);
