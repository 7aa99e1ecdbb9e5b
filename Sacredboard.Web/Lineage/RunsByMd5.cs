using System.Collections.Concurrent;
using Sacredboard.Data.Runs;

namespace Sacredboard.Web.Lineage;

/// <summary>Which runs have a file of an MD5. Safe for concurrent use.</summary>
internal sealed class RunsByMd5
{
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<RunId, DateTime?>> _runs = new();

    /// <summary>Replaces what was known of a run.</summary>
    /// <param name="before">The MD5 of its files so far.</param>
    /// <param name="now">Those of its files now.</param>
    /// <param name="started">When it started.</param>
    public void Put(RunId run, IEnumerable<string> before, IEnumerable<string> now, DateTime? started)
    {
        foreach (var md5 in before)
        {
            if (_runs.TryGetValue(md5, out var runs) && runs.TryRemove(run, out _) && runs.IsEmpty)
            {
                _runs.TryRemove(md5, out _);
            }
        }

        foreach (var md5 in now)
        {
            _runs.GetOrAdd(md5, _ => new())[run] = started;
        }
    }

    /// <summary>Newest first.</summary>
    public IReadOnlyList<RunId> Of(string md5) =>
        _runs.TryGetValue(md5, out var runs) ? [.. runs.OrderByDescending(run => run.Value).Select(run => run.Key)] : [];
}
