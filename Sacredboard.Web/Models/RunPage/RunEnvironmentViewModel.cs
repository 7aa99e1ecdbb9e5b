using Sacredboard.Web.Models.Shared;

namespace Sacredboard.Web.Models.RunPage;

/// <summary>The tab with host, code and packages of a run.</summary>
public sealed record RunEnvironmentViewModel : RunTabContent
{
    public required IReadOnlyList<RunFact> Host { get; init; }

    /// <summary>One line for each graphics card.</summary>
    public required IReadOnlyList<string> Gpus { get; init; }

    /// <summary>Host information other than Sacred's own fields, such as environment variables; null if there is none.</summary>
    public required TreeViewModel? More { get; init; }

    public required IReadOnlyList<RunFact> Experiment { get; init; }

    public required IReadOnlyList<GitRevision> Repositories { get; init; }

    public required IReadOnlyList<RunDependency> Dependencies { get; init; }

    /// <summary>Where they are downloaded as pip reads them.</summary>
    public required string RequirementsUrl { get; init; }

    /// <summary><c>meta</c>; null when there is none.</summary>
    public required TreeViewModel? Meta { get; init; }

    /// <summary>Fields that Sacred does not write itself; null when there are none.</summary>
    public required TreeViewModel? Others { get; init; }
}

/// <param name="Version">Null if it is not stored.</param>
public sealed record RunDependency(string Name, string? Version);
