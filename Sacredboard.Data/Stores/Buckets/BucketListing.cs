using System.Collections.Concurrent;
using Sacredboard.Data.Stores.Directories;
using Sacredboard.Data.Stores.RunFolders;

namespace Sacredboard.Data.Stores.Buckets;

/// <summary>The runs of a bucket and their objects, as they were when they were listed: all together, or one run by one.</summary>
internal sealed class BucketListing(BucketClient client, BucketKeys keys, TimeProvider time)
{
    /// <summary>More objects than these are not listed: so many take some hundred megabytes.</summary>
    private const int MaxObjects = 2_000_000;

    /// <summary>What was listed longer ago than this is listed again before a single run is read.</summary>
    private static readonly TimeSpan GoodFor = TimeSpan.FromSeconds(60);

    /// <summary>That a run is not there holds for so long.</summary>
    private static readonly TimeSpan MissingFor = TimeSpan.FromSeconds(2);

    private const int MaxMissing = 1000;

    private readonly ConcurrentDictionary<string, long> _missing = new();
    private volatile ConcurrentDictionary<string, BucketRun> _runs = new(StringComparer.Ordinal);
    private volatile Dictionary<string, FileState> _others = [];

    // What the keys in each folder with runs begin with.
    private volatile Dictionary<string, string> _folders = [];

    /// <summary>All runs by their ids, as far as they were listed.</summary>
    public IReadOnlyDictionary<string, BucketRun> Runs => _runs;

    /// <summary>The number of requests that listing all objects took.</summary>
    public int Pages { get; private set; } = 1;

    /// <summary>What was not listed, one sentence; null for nothing.</summary>
    public string? Remark { get; private set; }

    /// <summary>Lists all objects.</summary>
    /// <exception cref="RunStoreException">The bucket cannot be listed.</exception>
    public async Task<IReadOnlyDictionary<string, BucketRun>> ListAllAsync(CancellationToken cancellationToken)
    {
        var (objects, pages, isCut) = (new List<BucketObject>(), 0, false);
        foreach (var prefix in client.Place.Prefixes)
        {
            // The other spelling is a request more each time.
            if (objects.Exists(item => keys.RunOf(item.Key) is not null))
            {
                break;
            }

            await foreach (var page in client.ListAsync(prefix, cancellationToken).ConfigureAwait(false))
            {
                objects.AddRange(page);
                pages++;
                isCut = objects.Count >= MaxObjects;
                if (isCut)
                {
                    break;
                }
            }
        }

        var (runs, others) = keys.Group(objects, time.GetTimestamp());
        (_runs, _others) = (new(runs, StringComparer.Ordinal), others);
        _folders = runs.GroupBy(run => RunPath.Folder(run.Key) ?? "", StringComparer.Ordinal)
            .ToDictionary(folder => folder.Key, folder => folder.First().Value.Above, StringComparer.Ordinal);
        Pages = pages;
        Remark = isCut ? FormattableString.Invariant($"Only the first {MaxObjects:N0} objects of the bucket are read.") : null;
        return runs;
    }

    /// <summary>A run; null when there is none. Listed anew only when it was not for long.</summary>
    public async ValueTask<BucketRun?> FindAsync(string run, CancellationToken cancellationToken)
    {
        if (_runs.TryGetValue(run, out var known))
        {
            return time.GetElapsedTime(known.ListedAt) < GoodFor ? known : await RefreshAsync(run, cancellationToken).ConfigureAwait(false);
        }

        return _missing.TryGetValue(run, out var at) && time.GetElapsedTime(at) < MissingFor
            ? null
            : await RefreshAsync(run, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Lists one run, whether it was known or not; null when there is none.</summary>
    public async Task<BucketRun?> RefreshAsync(string run, CancellationToken cancellationToken)
    {
        foreach (var prefix in PrefixesOf(run))
        {
            var objects = new List<BucketObject>();
            await foreach (var page in client.ListAsync(prefix, cancellationToken).ConfigureAwait(false))
            {
                objects.AddRange(page);
            }

            if (keys.Group(objects, time.GetTimestamp()).Runs.GetValueOrDefault(run) is { } found && !IsInRun(run))
            {
                return _runs[run] = found;
            }
        }

        _runs.TryRemove(run, out _);
        if (_missing.Count >= MaxMissing)
        {
            _missing.Clear();
        }

        _missing[run] = time.GetTimestamp();
        return null;
    }

    private IEnumerable<string> PrefixesOf(string run) =>
        _runs.TryGetValue(run, out var known) ? [known.Prefix]
        : _folders.TryGetValue(RunPath.Folder(run) ?? "", out var above) && keys.PrefixesOf(run).Any() ? [$"{above}{RunPath.Name(run)}/"]
        : keys.PrefixesOf(run);

    /// <summary>The object of this key that is no run's; the default value when there is none.</summary>
    public FileState OtherState(string key) => _others.GetValueOrDefault(key);

    private bool IsInRun(string run)
    {
        for (var end = run.LastIndexOf('/'); end > 0; end = run.LastIndexOf('/', end - 1))
        {
            if (_runs.ContainsKey(run[..end]))
            {
                return true;
            }
        }

        return false;
    }
}
