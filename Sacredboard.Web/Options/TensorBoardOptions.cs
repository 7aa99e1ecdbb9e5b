using Sacredboard.Data.Stores.TensorBoard;

namespace Sacredboard.Web.Options;

/// <summary>
/// Where runs keep TensorBoard logs, and how TensorBoard is started for them. The section <c>Sacredboard:TensorBoard</c>.
/// </summary>
public sealed class TensorBoardOptions
{
    /// <summary>Directories in which logs may be opened, besides the one of a FileStorageObserver. Default none.</summary>
    public IList<string> Roots { get; set; } = [];

    /// <summary>Directories that have another path here than where the runs were trained. Default none.</summary>
    public IList<PathMappingOptions> PathMappings { get; set; } = [];

    /// <summary>Templates for log directories that the runs do not record, such as <c>{base_dir}/logs/{id}</c>. Default none.</summary>
    public IList<string> Templates { get; set; } = [];

    /// <summary>Fields of a run that name a log directory, such as <c>config.log_dir</c>. Default none.</summary>
    public IList<string> ConfigKeys { get; set; } = [];

    /// <summary>
    /// The program, with arguments where needed: <c>python3.11 -m tensorboard.main</c>. Default: <c>tensorboard</c> on the PATH, or
    /// the module of a Python there.
    /// </summary>
    public string Command { get; set; } = "";

    /// <summary>Stops a TensorBoard that was not used for this many minutes; 0 means never. Default 30.</summary>
    public int IdleStopMinutes { get; set; } = 30;

    /// <summary>Maximum number of running TensorBoards; 0 starts none. Default 4.</summary>
    public int MaxProcesses { get; set; } = 4;

    /// <summary>Maximum time from start to the first answer, in seconds. Default 60.</summary>
    public int StartTimeoutSeconds { get; set; } = 60;

    /// <summary>The settings with absolute paths.</summary>
    public LogDirectoryOptions ToLogDirectories() => new()
    {
        Roots = [.. Roots.Select(PathMappingOptions.Here)],
        PathMappings = [.. PathMappings.Select(mapping => mapping.ToMapping())],
        Templates = [.. Templates],
        ConfigKeys = [.. ConfigKeys],
    };
}
