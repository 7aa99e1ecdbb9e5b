using Sacredboard.Data.Metrics;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores.Logs;

namespace Sacredboard.Data.Stores.TensorBoard;

/// <summary>
/// Reads the TensorBoard logs of a source's runs: scalars as metrics, and other logged values. Damaged or missing files are reported,
/// never thrown.
/// </summary>
/// <param name="rule">The log directories of a run, and which of them may be opened.</param>
/// <param name="cacheBytes">Memory for cached event data, in bytes.</param>
/// <param name="time">The clock.</param>
public sealed class TensorBoardLogs(LogDirectories rule, long cacheBytes, TimeProvider time) : IRunLogs
{
    /// <summary>Prefix of the names of metrics from event files.</summary>
    public const string Prefix = "tb:";

    private readonly EventDirectoryCache _directories = new(cacheBytes, rule.Inside);

    public LogDirectories Rule { get; } = rule;

    public RunParts Parts { get; } = new(RunTrees.None, rule.Members);

    /// <summary>False without a root, because nothing can be opened then.</summary>
    public bool MayOpenAny => Rule.Options.Roots.Count > 0;

    /// <summary>Prefix of each scalar's name.</summary>
    internal string NamePrefix { get; init; } = Prefix;

    /// <summary>Whether all directories below a log directory belong to the same run, or only those of <see cref="LogMembers"/>.</summary>
    internal bool IncludesSubdirectories { get; init; } = true;

    internal LogMembers Members => field ??= new(_directories);

    internal LogTree Tree { get; } = new(rule.Inside, time);

    public IReadOnlyList<LogDirectory> DirectoriesOf(RunSummary run) => Rule.Of(run);

    /// <summary>Each scalar of the run's logs as a metric, ordered by name.</summary>
    public Task<IReadOnlyList<Metric>> ListScalarsAsync(RunSummary run, CancellationToken cancellationToken) =>
        Task.Run(() => ListScalars(run, cancellationToken), cancellationToken);

    public Task<RunLogs> ListAsync(RunSummary run, CancellationToken cancellationToken) =>
        Task.Run(() => List(run, cancellationToken), cancellationToken);

    /// <summary>All points of one scalar, or null when the run has none of this name.</summary>
    public Task<MetricSeries?> ReadScalarAsync(RunSummary run, string name, CancellationToken cancellationToken) =>
        Task.Run(() => ReadScalar(run, name, cancellationToken), cancellationToken);

    public Task<IReadOnlyList<ReadOnlyMemory<byte>>> ReadPicturesAsync(LoggedMedia media, int index, CancellationToken cancellationToken) =>
        ReadContentAsync(media, index, MediaContent.Pictures, [], cancellationToken);

    public Task<IReadOnlyList<string>> ReadTextsAsync(LoggedMedia media, int index, CancellationToken cancellationToken) =>
        ReadContentAsync(media, index, MediaContent.Texts, [], cancellationToken);

    public Task<double[]> ReadBandsAsync(LoggedMedia media, int index, CancellationToken cancellationToken) =>
        ReadContentAsync(media, index, HistogramBands.Of, [], cancellationToken);

    /// <summary>What the events and files of a run say of it.</summary>
    internal Task<LogFacts> ReadFactsAsync(RunSummary run, CancellationToken cancellationToken) => Task.Run(
        () => Named(Rule.Of(run))
            .Select(directory => _directories.Read(directory.Path, LogFacts.Of, cancellationToken))
            .Aggregate(new LogFacts(), LogFacts.Join),
        cancellationToken);

    private IReadOnlyList<Metric> ListScalars(RunSummary run, CancellationToken cancellationToken) =>
    [
        .. Named(Rule.Of(run)).SelectMany(directory => _directories.Read(
            directory.Path,
            read =>
                Tags(read).Select(tag => LoggedScalar.Describe(directory.Names.Scalars.Of(directory.Name, tag.Key), tag.Value)).ToList(),
            cancellationToken)).OrderBy(scalar => scalar.Name, StringComparer.Ordinal),
    ];

    private RunLogs List(RunSummary run, CancellationToken cancellationToken)
    {
        var (media, problems) = (new List<LoggedMedia>(), new List<string>());
        foreach (var (path, name, names) in Named(Rule.Of(run)))
        {
            problems.AddRange(_directories.Read(
                path,
                read =>
                {
                    media.AddRange(read.Log.Tags.Media.OrderBy(tag => tag.Tag, StringComparer.Ordinal).Select(tag => new LoggedMedia
                    {
                        Name = names.Of(tag.Kind).Of(name, tag.Tag),
                        Kind = tag.Kind,
                        Locations = tag.Locations,
                        Files = read.Files,
                    }));
                    return read.Problems;
                },
                cancellationToken).Select(problem => name.Length == 0 ? problem : $"{name}: {problem}"));
        }

        return new RunLogs { Media = [.. media.OrderBy(one => one.Name, StringComparer.Ordinal)], Problems = problems };
    }

    private MetricSeries? ReadScalar(RunSummary run, string wanted, CancellationToken cancellationToken)
    {
        MetricSeries? found = null;
        foreach (var (path, name, names) in Named(Rule.Of(run)))
        {
            found ??= _directories.Read(
                path,
                read =>
                    Tags(read).FirstOrDefault(tag => names.Scalars.Of(name, tag.Key) == wanted) is { Value: { } scalar }
                        ? LoggedScalar.Series(wanted, scalar)
                        : null,
                cancellationToken);
        }

        return found;
    }

    private IEnumerable<(string Path, string Name, Names Names)> Named(IReadOnlyList<LogDirectory> directories)
    {
        var names = new Names(NamePrefix);
        var paths = directories.Select(directory => directory.Path).OfType<string>();
        var found = IncludesSubdirectories
            ? Tree.Find(paths)
            : paths.SelectMany(path => Members.Of(path).Prepend(new NamedDirectory(path, "")));
        return found.Select(directory => (directory.Path, directory.Name, names));
    }

    // A restart may have removed all points of a tag.
    private static IEnumerable<KeyValuePair<string, ScalarSeries>> Tags(EventDirectory read) =>
        read.Log.Tags.Scalars.Where(tag => tag.Value.Count > 0).OrderBy(tag => tag.Key, StringComparer.Ordinal);

    private static Task<T> ReadContentAsync<T>(
        LoggedMedia media,
        int index,
        Func<Messages.ValueMessage, T?> read,
        T none,
        CancellationToken cancellationToken)
        where T : class => Task.Run(
            () =>
            {
                if (index < 0 || index >= media.Locations.Count)
                {
                    return none;
                }

                try
                {
                    var at = media.Locations[index];
                    return MediaContent.Read(media.Files[at.File], at, read) ?? none;
                }
                catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
                {
                    return none;
                }
            },
            cancellationToken);

    private sealed class Names(string prefix)
    {
        private readonly LogNames[] _others = [.. Enum.GetValues<MediaKind>().Select(_ => new LogNames(""))];

        public LogNames Scalars { get; } = new(prefix);

        public LogNames Of(MediaKind kind) => _others[(int)kind];
    }
}
