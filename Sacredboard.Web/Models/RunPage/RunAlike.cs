namespace Sacredboard.Web.Models.RunPage;

/// <summary>Runs that have something in common with one.</summary>
/// <param name="Kind"><c>config</c>, <c>settings</c> or <c>commit</c>.</param>
/// <param name="Words">What that is: "with the same config".</param>
/// <param name="Count">How many they are, the run itself included.</param>
/// <param name="Url">The table with them.</param>
public sealed record RunAlike(string Kind, string Words, int Count, string Url);
