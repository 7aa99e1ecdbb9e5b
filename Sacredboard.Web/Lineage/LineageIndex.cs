using System.Collections.Concurrent;
using Sacredboard.Data.Runs;
using Sacredboard.Data.State;
using Sacredboard.Data.Stores;
using Sacredboard.Web.Sources;

namespace Sacredboard.Web.Lineage;

/// <summary>
/// Which runs of a source made and opened which files, by MD5. The lists of files of all runs are read in the background once someone asks,
/// newest runs first; files are hashed where Sacred stored no MD5 and it may matter. Safe for concurrent use.
/// </summary>
public sealed class LineageIndex(Source source, TimeProvider time, HashStore hashes)
{
    // Of more runs the newest count, so that neither reading nor memory has no bound.
    private const int MaxRuns = 20_000;

    /// <summary>How many files of other runs are hashed for one file at most.</summary>
    private const int MaxCandidates = 50;

    /// <summary>So long the list counts as current.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<RunId, FilesOfRun> _runs = new();

    // Few runs open files through Sacred, so what they opened is looked through apart from all that was made.
    private readonly ConcurrentDictionary<RunId, FilesOfRun> _openers = new();
    private readonly FileHashes _hashes = new(source, hashes);
    private readonly RunsByMd5 _bySource = new();
    private readonly RunsByMd5 _byArtifact = new();
    private readonly Lock _lock = new();
    private Task _reading = Task.CompletedTask;
    private long _readVersion = -1;
    private DateTimeOffset? _begun;

    /// <summary>How many of how many runs are read.</summary>
    public (int Known, int Total) Progress => (_runs.Count, Math.Min(MaxRuns, source.Catalog.Snapshot.Runs.Count));

    /// <summary>All runs are read, as they are now or were a moment ago.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>Begins to read what changed since it last did.</summary>
    public void Renew()
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            if (_reading.IsCompleted && source.Catalog.Snapshot.Version != _readVersion && !(now - _begun <= Interval))
            {
                _begun = now;
                _reading = Task.Run(ReadAsync);
            }
        }
    }

    /// <summary>Runs that opened a file of this MD5, newest first.</summary>
    public IReadOnlyList<RunId> UsersOf(string md5) =>
        InOrder(_openers, run => run.Files.Any(file => file.Kind == RunFileKind.Resource && file.Md5 == md5));

    /// <summary>
    /// False when no run is known to have opened a file that can be this artifact: it need not be hashed, which may take all of a gigabyte.
    /// </summary>
    public bool MayBeUsed(RunFile artifact) =>
        _openers.Values.Any(run => run.Files.Any(file => file.Kind == RunFileKind.Resource && MayBe(artifact, file)));

    /// <summary>Runs that made a file of this MD5 before a moment, newest first: as an artifact.</summary>
    /// <param name="resource">The file as a run opened it.</param>
    /// <param name="before">When that run started; null if it is not known.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<IReadOnlyList<RunId>> MakersOfAsync(RunFile resource, DateTime? before, CancellationToken cancellationToken)
    {
        var makers = new List<RunId>();
        var hashed = 0;
        foreach (var id in InOrder(_runs, run => run.Files.Any(file => MayBe(file, resource))))
        {
            if (before is { } start && source.Catalog.Snapshot.Find(id)?.Started > start)
            {
                continue;
            }

            foreach (var file in _runs[id].Files.Where(file => MayBe(file, resource)))
            {
                if (!_hashes.IsKnown(id, file) && hashed++ >= MaxCandidates)
                {
                    continue;
                }

                if (await Md5OfAsync(id, file, cancellationToken) == resource.Md5)
                {
                    makers.Add(id);
                    break;
                }
            }
        }

        return makers;
    }

    /// <inheritdoc cref="FileHashes.OfAsync"/>
    public Task<string?> Md5OfAsync(RunId run, RunFile file, CancellationToken cancellationToken) =>
        _hashes.OfAsync(run, file, cancellationToken);

    /// <summary>Runs that have a file of this MD5 among their sources, newest first.</summary>
    public IReadOnlyList<RunId> SourcesOf(string md5) => _bySource.Of(md5);

    /// <summary>Runs that made a file of this MD5 before a moment, as far as the storage says so: no file is read. Newest first.</summary>
    /// <param name="before">When the run started that has it; null if it is not known.</param>
    public IReadOnlyList<RunId> KnownMakersOf(string md5, DateTime? before) =>
        [.. _byArtifact.Of(md5).Where(id => before is not { } start || !(source.Catalog.Snapshot.Find(id)?.Started > start))];

    // Sizes tell most files apart; where one is not known, the ending must do.
    private static bool MayBe(RunFile artifact, RunFile resource) =>
        artifact.Kind == RunFileKind.Artifact && artifact.Available
        && (artifact.Md5 is { } md5 ? md5 == resource.Md5
            : artifact.Size is { } size && resource.Size is { } other ? size == other
            : Path.GetExtension(artifact.Name) == Path.GetExtension(resource.Name));

    private static List<RunId> InOrder(ConcurrentDictionary<RunId, FilesOfRun> runs, Func<FilesOfRun, bool> isWanted) =>
        [.. runs.Where(run => isWanted(run.Value)).OrderByDescending(run => run.Value.Started).Select(run => run.Key)];

    private async Task ReadAsync()
    {
        // What begins while runs are loaded does not see all of them, even if none changes later.
        var (snapshot, isLoading) = (source.Catalog.Snapshot, source.Catalog.State.IsLoading);
        var runs = snapshot.Runs.Take(MaxRuns).ToList();
        var there = runs.Select(run => run.Id).ToHashSet();
        foreach (var gone in _runs.Keys.Where(id => !there.Contains(id)).ToList())
        {
            Put(gone, new(0, null, [], []));
            _runs.TryRemove(gone, out _);
        }

        // One after the other: nobody waits for it, and visitors shall not wait behind it.
        foreach (var run in runs.Where(run => !_runs.TryGetValue(run.Id, out var known) || known.Version != run.Version))
        {
            if (await ListAsync(run.Id) is not { } files)
            {
                return;
            }

            Put(run.Id, new(
                run.Version,
                run.Started,
                [.. files.Where(IsTelling)],
                [.. files.Where(file => file.Kind == RunFileKind.Source).Select(file => file.Md5).OfType<string>().Distinct()]));
        }

        if (!isLoading)
        {
            (_readVersion, IsComplete) = (snapshot.Version, true);
        }
    }

    // Null when the storage does not answer at the moment: the rest is read when someone asks again.
    private async Task<IReadOnlyList<RunFile>?> ListAsync(RunId run)
    {
        try
        {
            return await source.Runs.ListFilesAsync(run, CancellationToken.None);
        }
        catch (RunStoreException exception)
        {
            // What cannot be read counts as a run without files until it changes.
            return exception.Problem is RunStoreProblem.Unreachable or RunStoreProblem.Busy ? null : [];
        }
    }

    private void Put(RunId run, FilesOfRun files)
    {
        var before = _runs.GetValueOrDefault(run);
        _bySource.Put(run, before?.Sources ?? [], files.Sources, files.Started);
        _byArtifact.Put(run, before?.Artifacts ?? [], files.Artifacts, files.Started);
        if (files.Files.Any(file => file.Kind == RunFileKind.Resource))
        {
            _openers[run] = files;
        }
        else
        {
            _openers.TryRemove(run, out _);
        }

        _runs[run] = files;
    }

    private static bool IsTelling(RunFile file) =>
        file.Kind == RunFileKind.Artifact || file is { Kind: RunFileKind.Resource, Md5: not null };

    /// <param name="Files">What it made and opened.</param>
    /// <param name="Sources">The MD5 of its sources.</param>
    private sealed record FilesOfRun(long Version, DateTime? Started, IReadOnlyList<RunFile> Files, IReadOnlyList<string> Sources)
    {
        public IEnumerable<string> Artifacts =>
            Files.Where(file => file.Kind == RunFileKind.Artifact).Select(file => file.Md5).OfType<string>().Distinct();
    }
}
