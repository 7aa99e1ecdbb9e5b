using Sacredboard.Data.Differences;
using Sacredboard.Web.Formatting;

namespace Sacredboard.Web.Models.Compare;

/// <summary>How the config of each run differs from that of one of them.</summary>
/// <param name="Runs">The other runs, in the order of the page.</param>
/// <param name="Brief">How many of them have no more than one line.</param>
public sealed record CompareConfig(ComparedPair Pair, IReadOnlyList<ConfigOfRun> Runs, int Brief) : ComparePairContent(Pair)
{
    public override bool IsOfTwo => false;
}

/// <param name="Run">Its index among the runs of the page.</param>
/// <param name="Keys">The keys that differ, in the order of the config.</param>
/// <param name="Lines">The same with values, in full for the first ones; empty for a run with no more than one line.</param>
public sealed record ConfigOfRun(int Run, IReadOnlyList<string> Keys, IReadOnlyList<ConfigLine> Lines)
{
    private const int MaxNamed = 12;

    /// <summary>"differs in lr, width".</summary>
    public string Words => Keys.Count == 0 ? "the same config"
        : $"differs in {string.Join(", ", Keys.Take(MaxNamed).Select(key => Ellipsis.Middle(key, 48)))}"
            + (Keys.Count > MaxNamed ? $" and {NumberText.Count(Keys.Count - MaxNamed)} more" : "");

    /// <summary>How many keys are not listed with their values.</summary>
    public int Left => Lines.Count == 0 ? 0 : Keys.Count - Lines.Count;
}

/// <summary>One key that differs.</summary>
/// <param name="Inner">What differs within a long text or list; null for other values.</param>
public sealed record ConfigLine(string Key, CellText Before, CellText After, TextDiff? Inner)
{
    /// <summary>How it differs, in one word and one sign.</summary>
    public (string Word, string Sign) Kind =>
        Before.Kind == CellKind.Missing ? ("added", "+") : After.Kind == CellKind.Missing ? ("removed", "−") : ("changed", "~");
}
