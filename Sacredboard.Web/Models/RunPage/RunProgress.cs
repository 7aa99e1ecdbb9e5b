namespace Sacredboard.Web.Models.RunPage;

/// <summary>How far a run that goes on is, as far as can be told: an estimate.</summary>
/// <param name="Done">Of <paramref name="Total"/>.</param>
/// <param name="Of">What is counted, in words.</param>
/// <param name="Left">How long it may still take; null where nothing says so.</param>
/// <param name="Basis">What the estimate is made of: a sentence.</param>
public sealed record RunProgress(double Done, double Total, string Of, TimeSpan? Left, string Basis)
{
    public string Percent => $"{Math.Floor(Done / Total * 100):0} %";
}
