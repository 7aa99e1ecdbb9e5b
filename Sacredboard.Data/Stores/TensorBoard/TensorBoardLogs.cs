using Sacredboard.Data.Metrics;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores.Logs;

namespace Sacredboard.Data.Stores.TensorBoard;

/// <summary>
/// Reads the TensorBoard logs of a source's runs: their scalars as metrics, and what else is in them. Nothing here throws for what is
/// stored: what cannot be read is told.
/// </summary>
/// <param name="rule">Which directories a run has, and which of them may be opened.</param>
/// <param name="cacheBytes">How much memory what was read may take.</param>
/// <param name="time">The clock.</param>
public sealed class TensorBoardLogs(LogDirectories rule, long cacheBytes, TimeProvider time) : IRunLogs
{
    /// <summary>In front of the names of metrics that come from event files.</summary>
    public const string Prefix = "tb:";

    private readonly EventDirectoryCache _directories = new(cacheBytes, rule.Inside);

    public LogDirectories Rule { get; } = rule;

    /// <summary>False without a root: then nothing can be opened, and it does not matter what the runs name.</summary>
    public bool MayOpenAny => Rule.Options.Roots.Count > 0;

    /// <summary>In front of the name of each scalar.</summary>
    internal string NamePrefix { get; init; } = Prefix;

    /// <summary>Directories below a log directory are of the same run.</summary>
    internal bool Below { get; init; } = true;

    internal LogTree Tree { get; } = new(time);

    public IReadOnlyList<LogDirectory> DirectoriesOf(RunSummary run) => Rule.Of(run);

    /// <summary>Each scalar of the run's logs as a metric, by name.</summary>
    public Task<IReadOnlyList<Metric>> ListScalarsAsync(RunSummary run, CancellationToken cancellationToken) =>
        Task.Run(() => ListScalars(run, cancellationToken), cancellationToken);

    public Task<RunLogs> ListAsync(RunSummary run, CancellationToken cancellationToken) => Task.Run(() => List(run, cancellationToken), cancellationToken);

    /// <summary>All points of one scalar, or null when the run has none of this name.</summary>
    public Task<MetricSeries?> ReadScalarAsync(RunSummary run, string name, CancellationToken cancellationToken) =>
        Task.Run(() => ReadScalar(run, name, cancellationToken), cancellationToken);

    public Task<IReadOnlyList<ReadOnlyMemory<byte>>> ReadPicturesAsync(LoggedSummary summary, int place, CancellationToken cancellationToken) =>
        ReadContentAsync(summary, place, SummaryContent.Pictures, [], cancellationToken);

    public Task<IReadOnlyList<string>> ReadTextsAsync(LoggedSummary summary, int place, CancellationToken cancellationToken) =>
        ReadContentAsync(summary, place, SummaryContent.Texts, [], cancellationToken);

    public Task<double[]> ReadBandsAsync(LoggedSummary summary, int place, CancellationToken cancellationToken) =>
        ReadContentAsync(summary, place, HistogramBands.Of, [], cancellationToken);

    /// <summary>When the run was, by the times of its events and files.</summary>
    internal Task<LogTimes> ReadTimesAsync(RunSummary run, CancellationToken cancellationToken) => Task.Run(
        () => Named(Rule.Of(run)).Select(directory => _directories.Read(
            directory.Path,
            read => new LogTimes(read.Log.FirstTime, read.Log.LastTime, read.Modified, read.Log.HasStopped, read.Problems.Count > 0 ? read.Problems[0] : null),
            cancellationToken)).FirstOrDefault(),
        cancellationToken);

    private IReadOnlyList<Metric> ListScalars(RunSummary run, CancellationToken cancellationToken) =>
    [
        .. Named(Rule.Of(run)).SelectMany(directory => _directories.Read(
            directory.Path,
            read => Tags(read).Select(tag => LoggedScalar.Describe(directory.Names.Scalars.Of(directory.Name, tag.Key), tag.Value)).ToList(),
            cancellationToken)).OrderBy(scalar => scalar.Name, StringComparer.Ordinal),
    ];

    private RunLogs List(RunSummary run, CancellationToken cancellationToken)
    {
        var (summaries, problems) = (new List<LoggedSummary>(), new List<string>());
        foreach (var (path, name, names) in Named(Rule.Of(run)))
        {
            problems.AddRange(_directories.Read(
                path,
                read =>
                {
                    summaries.AddRange(read.Log.Tags.Others.OrderBy(tag => tag.Tag, StringComparer.Ordinal).Select(tag => new LoggedSummary
                    {
                        Name = names.Of(tag.Kind).Of(name, tag.Tag),
                        Kind = tag.Kind,
                        Places = tag.Places,
                        Files = read.Files,
                    }));
                    return read.Problems;
                },
                cancellationToken).Select(problem => name.Length == 0 ? problem : $"{name}: {problem}"));
        }

        return new RunLogs { Summaries = [.. summaries.OrderBy(summary => summary.Name, StringComparer.Ordinal)], Problems = problems };
    }

    private MetricSeries? ReadScalar(RunSummary run, string wanted, CancellationToken cancellationToken)
    {
        MetricSeries? found = null;
        foreach (var (path, name, names) in Named(Rule.Of(run)))
        {
            found ??= _directories.Read(
                path,
                read => Tags(read).FirstOrDefault(tag => names.Scalars.Of(name, tag.Key) == wanted) is { Value: { } scalar } ? LoggedScalar.Series(wanted, scalar) : null,
                cancellationToken);
        }

        return found;
    }

    private IEnumerable<(string Path, string Name, Names Names)> Named(IReadOnlyList<LogDirectory> directories)
    {
        var names = new Names(NamePrefix);
        var places = directories.Select(directory => directory.Path).OfType<string>();
        var found = Below ? Tree.Find(places) : places.Select(path => new NamedDirectory(path, ""));
        return found.Select(directory => (directory.Path, directory.Name, names));
    }

    // A restart may have taken all points of a tag away.
    private static IEnumerable<KeyValuePair<string, ScalarSeries>> Tags(EventDirectory read) =>
        read.Log.Tags.Scalars.Where(tag => tag.Value.Count > 0).OrderBy(tag => tag.Key, StringComparer.Ordinal);

    private static Task<T> ReadContentAsync<T>(LoggedSummary summary, int place, Func<Messages.ValueMessage, T?> read, T none, CancellationToken cancellationToken)
        where T : class => Task.Run(
            () =>
            {
                if (place < 0 || place >= summary.Places.Count)
                {
                    return none;
                }

                try
                {
                    var at = summary.Places[place];
                    return SummaryContent.Read(summary.Files[at.File], at, read) ?? none;
                }
                catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
                {
                    return none;
                }
            },
            cancellationToken);

    private sealed class Names(string prefix)
    {
        private readonly LogNames[] _others = [.. Enum.GetValues<SummaryKind>().Select(_ => new LogNames(""))];

        public LogNames Scalars { get; } = new(prefix);

        public LogNames Of(SummaryKind kind) => _others[(int)kind];
    }
}

/// <param name="First">Of all events, in seconds since 1970 UTC; NaN without any.</param>
/// <param name="Last">The same.</param>
/// <param name="Modified">The last change of a file (UTC).</param>
/// <param name="HasStopped">The writer said that it was the end.</param>
/// <param name="Problem">What could not be read, or null.</param>
internal readonly record struct LogTimes(double First, double Last, DateTime? Modified, bool HasStopped, string? Problem);
