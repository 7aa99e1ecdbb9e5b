using Sacredboard.Data.Differences;
using Sacredboard.Web.Models.RunPage;

namespace Sacredboard.Web.Models.Compare;

/// <summary>The source files and commits of two runs.</summary>
/// <param name="Notes">Sentences about what could not be read.</param>
public sealed record CompareSources(
    ComparedPair Pair, IReadOnlyList<SourcePair> Files, IReadOnlyList<RepositoryPair> Repositories, IReadOnlyList<string> Notes)
    : ComparePairContent(Pair);

public enum SourceState
{
    Changed,
    OnlyInBase,
    OnlyInOther,
    Same,
}

/// <summary>A source file of two runs.</summary>
/// <param name="BaseUrl">The page that shows it; null when the run does not have it or it is no text.</param>
/// <param name="OtherUrl">The same of the other run.</param>
public sealed record SourcePair(string Name, SourceState State, string? BaseUrl, string? OtherUrl)
{
    /// <summary>Of a changed text; null for others.</summary>
    public TextDiff? Diff { get; init; }

    /// <summary>Why no lines are shown, or what is left out; null for nothing.</summary>
    public string? Note { get; init; }
}

/// <summary>A repository of two runs.</summary>
/// <param name="Base">Null when the run does not name it.</param>
/// <param name="Other">Null when the run does not name it.</param>
/// <param name="CompareUrl">The page of a known forge that compares both commits; null for none.</param>
public sealed record RepositoryPair(string Url, GitRevision? Base, GitRevision? Other, string? CompareUrl);
