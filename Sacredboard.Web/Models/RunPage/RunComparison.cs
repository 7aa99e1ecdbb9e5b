namespace Sacredboard.Web.Models.RunPage;

/// <summary>A link to the page that compares a run with others.</summary>
/// <param name="Kind"><c>before</c>, <c>twins</c> or <c>source</c>.</param>
/// <param name="Words">Which runs these are.</param>
public sealed record RunComparison(string Kind, string Words, string Url);
