namespace Sacredboard.Data.Stores.TensorBoard;

/// <summary>Where a source's runs may keep their TensorBoard logs. Nothing outside of <see cref="Roots"/> is ever opened.</summary>
public sealed record LogDirectoryOptions
{
    /// <summary>Directories of this machine, absolute. A log directory is opened when its real place lies in one of them.</summary>
    public IReadOnlyList<string> Roots { get; init; } = [];

    /// <summary>How directories are called here that have another name where the runs were trained. The longest that fits counts.</summary>
    public IReadOnlyList<PathMapping> PathMappings { get; init; } = [];

    /// <summary>
    /// Where logs may lie besides what the run records, such as <c>{base_dir}/logs/{id}</c>: <c>{id}</c>, <c>{experiment}</c>,
    /// <c>{base_dir}</c>, <c>{root}</c> (each root in turn), or <c>{config.key}</c>. One that finds no directory is not mentioned.
    /// </summary>
    public IReadOnlyList<string> Templates { get; init; } = [];

    /// <summary>Fields of a run that hold a log directory or a list of them, such as <c>config.log_dir</c>.</summary>
    public IReadOnlyList<string> ConfigKeys { get; init; } = [];

    /// <summary>With one more root, before the others; null adds none.</summary>
    public LogDirectoryOptions With(string? root) => root is null ? this : this with { Roots = [root, .. Roots] };
}

/// <param name="From">The beginning of a path as the runs recorded it: whole names, such as <c>/cluster/home</c> or <c>D:\logs</c>.</param>
/// <param name="To">What it is called here, absolute.</param>
public sealed record PathMapping(string From, string To);
