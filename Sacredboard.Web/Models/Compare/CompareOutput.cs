using Sacredboard.Data.Differences;

namespace Sacredboard.Web.Models.Compare;

/// <summary>The output of two runs, as a terminal would show it.</summary>
/// <param name="Diff">Null when there are not two outputs.</param>
/// <param name="Notes">Sentences about what is missing or left out.</param>
public sealed record CompareOutput(ComparedPair Pair, TextDiff? Diff, IReadOnlyList<string> Notes) : ComparePairContent(Pair);
