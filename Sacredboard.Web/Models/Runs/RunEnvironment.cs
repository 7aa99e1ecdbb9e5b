using Sacredboard.Data.Values;

namespace Sacredboard.Web.Models.Runs;

/// <summary>Where and with what a run ran.</summary>
public sealed record RunEnvironment
{
    public required IReadOnlyList<RunFact> Host { get; init; }

    /// <summary>One line for each graphics card.</summary>
    public required IReadOnlyList<string> Gpus { get; init; }

    /// <summary>What the host says beyond Sacred's own fields, environment variables included; secrets masked. Null when nothing.</summary>
    public required SacredObject? More { get; init; }

    public required IReadOnlyList<RunFact> Experiment { get; init; }

    public required IReadOnlyList<RunRepository> Repositories { get; init; }

    public required IReadOnlyList<RunDependency> Dependencies { get; init; }

    /// <summary><c>meta</c>, secrets masked; null when there is none.</summary>
    public required SacredValue? Meta { get; init; }
}

/// <param name="Url">Without credentials.</param>
/// <param name="Link">The address to follow: http or https only, else null.</param>
public sealed record RunRepository(string Url, string? Link, string Commit, bool Dirty)
{
    public string ShortCommit => Commit.Length > 10 ? Commit[..10] : Commit;
}

/// <param name="Version">Null when the run did not know it.</param>
public sealed record RunDependency(string Name, string? Version);
