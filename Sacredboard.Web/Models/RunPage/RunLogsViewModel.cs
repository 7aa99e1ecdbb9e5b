namespace Sacredboard.Web.Models.RunPage;

/// <summary>What a run's TensorBoard logs hold besides scalars, below its charts.</summary>
public sealed record RunLogsViewModel
{
    public IReadOnlyList<LoggedStrip> Pictures { get; init; } = [];

    public IReadOnlyList<LoggedText> Texts { get; init; } = [];

    public IReadOnlyList<LoggedStrip> Distributions { get; init; } = [];

    /// <summary>What could not be read, one sentence each.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    public bool IsEmpty => Pictures.Count + Texts.Count + Distributions.Count + Problems.Count == 0;
}

/// <summary>All pictures or histograms of one name.</summary>
/// <param name="Name">For people.</param>
/// <param name="Count">For how many steps there is one.</param>
/// <param name="Steps">Those that are listed: all, or as many as a page can hold, spread evenly, the last one included.</param>
/// <param name="Url">Where the values of a distribution are.</param>
public sealed record LoggedStrip(string Name, int Count, IReadOnlyList<LoggedStep> Steps, string Url)
{
    public LoggedStep Last => Steps[^1];

    public bool IsWhole => Steps.Count == Count;
}

/// <param name="Step">As text.</param>
/// <param name="Urls">Of the pictures, mostly one.</param>
public sealed record LoggedStep(string Step, IReadOnlyList<string> Urls);

/// <summary>The texts of one name.</summary>
/// <param name="Name">For people.</param>
/// <param name="Count">For how many steps there is one.</param>
/// <param name="Latest">The latest ones, the last one first.</param>
public sealed record LoggedText(string Name, int Count, IReadOnlyList<(string Step, string Text)> Latest);
