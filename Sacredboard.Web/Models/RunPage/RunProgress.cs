namespace Sacredboard.Web.Models.RunPage;

/// <summary>The progress of a run that goes on, and the choice of what says so.</summary>
/// <param name="Progress">Null where nothing says it.</param>
public sealed record RunProgressViewModel(RunProgress? Progress)
{
    /// <summary>The choice of the progress bar in the output; no config key has colons in front.</summary>
    public const string Bar = ":output";

    /// <summary>The address of the overview.</summary>
    public required string PageUrl { get; init; }

    /// <summary>What the address carries.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Carried { get; init; }

    /// <summary>The config keys to choose from: numbers, likely ones first.</summary>
    public required IReadOnlyList<string> Keys { get; init; }

    /// <summary>What was chosen; "" for none.</summary>
    public required string Chosen { get; init; }
}

/// <summary>How far a run that goes on is, as far as can be told: an estimate.</summary>
/// <param name="Done">Of <paramref name="Total"/>.</param>
/// <param name="Of">What is counted, in words.</param>
/// <param name="Left">How long it may still take; null where nothing says so.</param>
/// <param name="Basis">What the estimate is made of: a sentence.</param>
public sealed record RunProgress(double Done, double Total, string Of, TimeSpan? Left, string Basis)
{
    public string Percent => $"{Math.Floor(Done / Total * 100):0} %";
}
