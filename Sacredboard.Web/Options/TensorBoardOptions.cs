using Sacredboard.Data.Stores.TensorBoard;

namespace Sacredboard.Web.Options;

/// <summary>Where runs keep TensorBoard logs, and how TensorBoard is started on them. The section <c>Sacredboard:TensorBoard</c>.</summary>
public sealed class TensorBoardOptions
{
    /// <summary>Directories in which logs may be opened, besides the one of a FileStorageObserver. Default none.</summary>
    public IList<string> Roots { get; set; } = [];

    /// <summary>How directories are called here that have another name where the runs were trained. Default none.</summary>
    public IList<PathMappingOptions> PathMappings { get; set; } = [];

    /// <summary>Where logs lie that the runs do not name, such as <c>{base_dir}/logs/{id}</c>. Default none.</summary>
    public IList<string> Templates { get; set; } = [];

    /// <summary>Fields of a run that name a log directory, such as <c>config.log_dir</c>. Default none.</summary>
    public IList<string> ConfigKeys { get; set; } = [];

    /// <summary>The program, with arguments if it needs some: <c>python3.11 -m tensorboard.main</c>. Default: <c>tensorboard</c> on the PATH, or the module of a Python there.</summary>
    public string Command { get; set; } = "";

    /// <summary>A TensorBoard is stopped when nobody asked it anything for so many minutes; 0 is never. Default 30.</summary>
    public int IdleStopMinutes { get; set; } = 30;

    /// <summary>So many may run at once; 0 starts none. Default 4.</summary>
    public int MaxProcesses { get; set; } = 4;

    /// <summary>It must answer so many seconds after its start. Default 60.</summary>
    public int StartTimeoutSeconds { get; set; } = 60;

    /// <summary>The settings as they hold for one source.</summary>
    /// <param name="ownRoot">The directory of the source itself; null when it is none.</param>
    public LogDirectoryOptions Of(string? ownRoot) => new()
    {
        Roots = [.. new[] { ownRoot }.OfType<string>(), .. Roots.Select(Here)],
        PathMappings = [.. PathMappings.Select(mapping => new PathMapping(mapping.From, Here(mapping.To)))],
        Templates = [.. Templates],
        ConfigKeys = [.. ConfigKeys],
    };

    private static string Here(string path) => Path.GetFullPath(HomePath.Expand(path));
}

/// <summary>One directory with its two names.</summary>
public sealed class PathMappingOptions
{
    /// <summary>As the runs recorded it, such as <c>/cluster/home</c>.</summary>
    public string From { get; set; } = "";

    /// <summary>As it is called here, such as <c>/mnt/home</c>.</summary>
    public string To { get; set; } = "";
}
