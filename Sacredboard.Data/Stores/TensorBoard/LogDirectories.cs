using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores.Directories;
using Sacredboard.Data.Stores.Logs;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Stores.TensorBoard;

/// <summary>
/// Finds the log directories of a run and decides which may be opened: the single rule for reading event files and for starting
/// TensorBoard. Recorded paths are untrusted; only a directory whose real path lies in a configured root is opened.
/// </summary>
public sealed class LogDirectories(LogDirectoryOptions options)
{
    /// <summary>Where Sacred's <c>stflow</c> records log directories.</summary>
    private const string StflowOrigin = "info.tensorflow.logdirs";

    /// <summary>Further directories of a run are ignored.</summary>
    private const int MaxDirectories = 200;

    private readonly LogTemplates _templates = new(options.Templates);

    public LogDirectoryOptions Options { get; } = options;

    /// <summary>The keys at the root of config and info below which directories may be named.</summary>
    public IReadOnlyList<string> Members { get; } =
    [
        "tensorflow",
        .. options.ConfigKeys.Concat(LogTemplates.FieldsIn(options.Templates)).Select(LogFields.MemberOf).OfType<string>().Distinct(),
    ];

    /// <summary>
    /// All directories that the run names, in its order, without duplicates; those that may not be opened with the reason. A summary
    /// lacks a large info, and with it the directories named there.
    /// </summary>
    public IReadOnlyList<LogDirectory> Of(RunSummary run)
    {
        var found = new List<LogDirectory>();
        foreach (var recorded in LogFields.Texts(LogFields.Find(run.Info, "tensorflow", "logdirs")))
        {
            Add(found, Open(recorded, StflowOrigin, run));
        }

        foreach (var key in Options.ConfigKeys)
        {
            foreach (var recorded in LogFields.Texts(LogFields.Find(run, key)))
            {
                Add(found, Open(recorded, key, run));
            }
        }

        foreach (var (template, path) in _templates.Of(run, Options.Roots))
        {
            // A template without a directory is not mentioned.
            if (Open(path, template, run) is { Problem: LogDirectoryProblem.None } directory)
            {
                Add(found, directory);
            }
        }

        return found;
    }

    /// <summary>Whether the run may have logs, decided without file access: fast enough for many runs.</summary>
    public bool MayHave(RunSummary run) =>
        Options.Templates.Count > 0
        || LogFields.Texts(LogFields.Find(run.Info, "tensorflow", "logdirs")).Any()
        || Options.ConfigKeys.Any(key => LogFields.Texts(LogFields.Find(run, key)).Any());

    /// <summary>The real path of a file or directory in a root, or null; for files of a log directory.</summary>
    public string? Inside(string path) =>
        StorageRoot.RealPath(path) is { } real && MayOpen(real) ? real : null;

    private bool MayOpen(string real) => Options.Roots.Concat(Options.LinkRoots).Any(root => LogPaths.IsInside(real, root));

    private static void Add(List<LogDirectory> found, LogDirectory directory)
    {
        if (found.Count < MaxDirectories
            && !found.Exists(other =>
                directory.Path is { } path ? other.Path == path : other.Path is null && other.Recorded == directory.Recorded))
        {
            found.Add(directory);
        }
    }

    private LogDirectory Open(string recorded, string origin, RunSummary run)
    {
        var directory = new LogDirectory { Recorded = recorded, Origin = origin };
        if (string.IsNullOrWhiteSpace(recorded) || recorded.Contains('\0') || recorded.Length > 4096)
        {
            return directory with { Problem = LogDirectoryProblem.NotAPath };
        }

        if (Options.Roots.Count == 0)
        {
            return directory with { Problem = LogDirectoryProblem.NoRoots };
        }

        var problem = LogDirectoryProblem.Missing;
        foreach (var candidate in LogPaths.Candidates(recorded, run, Options))
        {
            var (path, reason) = Check(candidate);
            if (path is not null)
            {
                return directory with { Path = path };
            }

            // Reports the problem of the best candidate: "it exists, but" rather than "not found".
            problem = reason > problem ? reason : problem;
        }

        return directory with { Problem = problem };
    }

    private (string? Path, LogDirectoryProblem Problem) Check(string candidate)
    {
        if (StorageRoot.RealPath(candidate) is not { } real)
        {
            return (null, LogDirectoryProblem.NotADirectory);
        }

        // The message does not reveal whether anything exists outside the roots.
        if (!MayOpen(real))
        {
            return (null, LogDirectoryProblem.OutsideRoots);
        }

        var state = FileState.Of(real);
        return state.IsDirectory ? LogPaths.CanList(real) ? (real, LogDirectoryProblem.None) : (null, LogDirectoryProblem.NotReadable)
            : (null, state.Exists ? LogDirectoryProblem.NotADirectory : LogDirectoryProblem.Missing);
    }
}
