namespace Sacredboard.Web.Models.RunPage;

/// <summary>The content of a run's TensorBoard logs besides scalars, shown below its charts.</summary>
public sealed record RunLogsViewModel
{
    public IReadOnlyList<LoggedStrip> Pictures { get; init; } = [];

    public IReadOnlyList<LoggedText> Texts { get; init; } = [];

    public IReadOnlyList<LoggedStrip> Distributions { get; init; } = [];

    /// <summary>One sentence for each part that could not be read.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    public bool IsEmpty => Pictures.Count + Texts.Count + Distributions.Count + Problems.Count == 0;
}

/// <summary>All pictures or histograms of one name.</summary>
/// <param name="Name">The name to show.</param>
/// <param name="Count">Number of steps that have one.</param>
/// <param name="Steps">The listed steps: all, or a limited number, spread evenly and with the last one.</param>
/// <param name="Url">The address of a distribution's values.</param>
public sealed record LoggedStrip(string Name, int Count, IReadOnlyList<LoggedStep> Steps, string Url)
{
    /// <summary>They are files of the run; otherwise they come from event files.</summary>
    public bool IsOfFiles { get; init; }

    /// <summary>What counts them.</summary>
    public string Word => IsOfFiles ? "number" : "step";

    public LoggedStep Last => Steps[^1];

    /// <summary>Names its elements in the page.</summary>
    public string Key => Url.Replace('/', '-');

    public bool IsWhole => Steps.Count == Count;
}

/// <param name="Step">The step as text.</param>
/// <param name="Urls">The addresses of its pictures, usually one.</param>
public sealed record LoggedStep(string Step, IReadOnlyList<string> Urls);

/// <summary>The texts of one name.</summary>
/// <param name="Name">The name to show.</param>
/// <param name="Count">Number of steps that have one.</param>
/// <param name="Latest">The latest texts, newest first.</param>
public sealed record LoggedText(string Name, int Count, IReadOnlyList<(string Step, string Text)> Latest);
