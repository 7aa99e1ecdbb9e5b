using Sacredboard.Data.Stores.Directories;

namespace Sacredboard.Data.Stores.TensorBoard;

/// <summary>Where the runs of a source may keep TensorBoard logs. Nothing outside <see cref="Roots"/> is ever opened.</summary>
public sealed record LogDirectoryOptions
{
    /// <summary>Absolute directories on this machine. A log directory is opened only when its real path lies in one of them.</summary>
    public IReadOnlyList<string> Roots { get; init; } = [];

    /// <summary>Further directories that links in the roots may lead to; no path is looked for in them otherwise.</summary>
    public IReadOnlyList<string> LinkRoots { get; init; } = [];

    /// <summary>Directories that have another path here than where the runs were trained. The longest match applies.</summary>
    public IReadOnlyList<PathMapping> PathMappings { get; init; } = [];

    /// <summary>
    /// Templates for log directories that the run does not record, such as <c>{base_dir}/logs/{id}</c>. Placeholders: <c>{id}</c>,
    /// <c>{experiment}</c>, <c>{base_dir}</c>, <c>{root}</c> (each root in turn), or <c>{config.key}</c>. A template without a
    /// directory is not mentioned.
    /// </summary>
    public IReadOnlyList<string> Templates { get; init; } = [];

    /// <summary>Fields of a run that hold a log directory or a list of them, such as <c>config.log_dir</c>.</summary>
    public IReadOnlyList<string> ConfigKeys { get; init; } = [];

    /// <summary>Adds a root before the others; null adds none.</summary>
    public LogDirectoryOptions With(string? root) => root is null ? this : this with { Roots = [root, .. Roots] };
}
