namespace Sacredboard.Web.Models.Compare;

/// <summary>The run that others are compared with, and the one beside it where only two are.</summary>
/// <param name="Base">Its index among the runs of the page.</param>
/// <param name="Other">The index of the one beside it; null when there is only one run.</param>
/// <param name="Unknown">What the address names and is none of the runs.</param>
public sealed record ComparedPair(int Base, int? Other, IReadOnlyList<string> Unknown);

/// <summary>The content of a tab with a run that others are compared with.</summary>
public abstract record ComparePairContent(ComparedPair Pair) : CompareTabContent
{
    /// <summary>The address names two runs and not one.</summary>
    public virtual bool IsOfTwo => true;
}
