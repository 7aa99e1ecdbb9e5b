using Sacredboard.Data.Values;

namespace Sacredboard.Data.Runs;

/// <summary>One run, whole, but for its output, metrics and files, which are read on their own.</summary>
public sealed record Run
{
    public required RunSummary Summary { get; init; }

    /// <summary>As stored, jsonpickle tags kept, like the others below. Null: the run does not have it.</summary>
    public SacredValue? Config { get; init; }

    public SacredValue? Info { get; init; }

    public SacredValue? Result { get; init; }

    public SacredValue? Meta { get; init; }

    public SacredValue? Host { get; init; }

    /// <summary><c>experiment</c>, with sources and dependencies.</summary>
    public SacredValue? Experiment { get; init; }

    /// <summary>The traceback as one text, or null.</summary>
    public string? FailTrace { get; init; }

    /// <summary>Fields of the stored run that Sacred does not write itself (<c>omniboard</c>, own additions).</summary>
    public SacredObject Others { get; init; } = SacredObject.Empty;

    /// <summary>What of the run could not be read, one sentence each; empty when all could.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];
}
