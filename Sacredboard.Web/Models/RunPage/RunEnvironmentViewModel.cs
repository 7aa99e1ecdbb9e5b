using Sacredboard.Web.Models.Shared;

namespace Sacredboard.Web.Models.RunPage;

/// <summary>Where and with what a run ran.</summary>
public sealed record RunEnvironmentViewModel : RunTabContent
{
    public required IReadOnlyList<RunFact> Host { get; init; }

    /// <summary>One line for each graphics card.</summary>
    public required IReadOnlyList<string> Gpus { get; init; }

    /// <summary>What the host says beyond Sacred's own fields, environment variables included; null when nothing.</summary>
    public required TreeViewModel? More { get; init; }

    public required IReadOnlyList<RunFact> Experiment { get; init; }

    public required IReadOnlyList<GitRevision> Repositories { get; init; }

    public required IReadOnlyList<RunDependency> Dependencies { get; init; }

    /// <summary><c>meta</c>; null when there is none.</summary>
    public required TreeViewModel? Meta { get; init; }

    /// <summary>Fields that Sacred does not write itself; null when there are none.</summary>
    public required TreeViewModel? Others { get; init; }
}

/// <param name="Version">Null when the run did not know it.</param>
public sealed record RunDependency(string Name, string? Version);
