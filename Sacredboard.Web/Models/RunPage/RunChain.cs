namespace Sacredboard.Web.Models.RunPage;

/// <summary>The runs that a run went on from and that went on from it.</summary>
/// <param name="Field">In which runs name the one before.</param>
/// <param name="Before">Null for the first.</param>
/// <param name="After">Newest first.</param>
/// <param name="Count">Of all runs of the chain, this one included.</param>
/// <param name="CurvesUrl">All of them in one chart for each metric.</param>
/// <param name="JoinedUrl">The same, joined on step.</param>
public sealed record RunChain(
    string Field, ChainedRun? Before, IReadOnlyList<ChainedRun> After, int Count, string CurvesUrl, string JoinedUrl);

/// <param name="Id">As it is shown.</param>
/// <param name="Url">Of its page.</param>
public sealed record ChainedRun(string Id, string Url);
