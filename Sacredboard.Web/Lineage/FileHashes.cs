using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using Sacredboard.Data.Runs;
using Sacredboard.Data.State;
using Sacredboard.Data.Stores;
using Sacredboard.Web.Sources;

namespace Sacredboard.Web.Lineage;

/// <summary>
/// The MD5 of files of a source. Those that Sacred did not store are computed once, and kept in the dashboard's state over a restart.
/// Safe for concurrent use.
/// </summary>
internal sealed class FileHashes(Source source, HashStore store)
{
    private const int Hashers = 2;

    /// <summary>Larger files are not hashed.</summary>
    private const long MaxHashed = 1L << 30;

    private readonly ConcurrentDictionary<string, Task<string?>> _hashes = new();
    private readonly SemaphoreSlim _hashers = new(Hashers);
    private readonly Lazy<Task<IReadOnlyDictionary<string, string>>> _kept = new(() => ReadKeptAsync(source, store));

    /// <summary>The MD5 that Sacred stored, or that of the content; null when there is none or it cannot be read.</summary>
    public Task<string?> OfAsync(RunId run, RunFile file, CancellationToken cancellationToken)
    {
        if (file.Md5 is not null || !file.Available || file.Size > MaxHashed)
        {
            return Task.FromResult(file.Md5);
        }

        // Goes on for others who wait for it.
        return _hashes.GetOrAdd(Content(run, file), key => HashAsync(key, run, file)).WaitAsync(cancellationToken);
    }

    /// <summary>The content need not be read for it.</summary>
    public bool IsKnown(RunId run, RunFile file) =>
        file.Md5 is not null || _hashes.ContainsKey(Content(run, file))
        || (_kept is { IsValueCreated: true, Value: { IsCompletedSuccessfully: true, Result: var kept } }
            && kept.ContainsKey(Content(run, file)));

    // A file that is written anew has another time or size.
    private static string Content(RunId run, RunFile file) =>
        string.Create(CultureInfo.InvariantCulture, $"{run.ToSegment()}/{file.Id}/{file.Size}/{file.Stored?.Ticks}");

    private async Task<string?> HashAsync(string content, RunId run, RunFile file)
    {
        // Without a time a change of the content would not show after a restart.
        if (file.Stored is not null && (await _kept.Value).TryGetValue(content, out var kept))
        {
            return kept;
        }

        await _hashers.WaitAsync();
        try
        {
            if (await source.Runs.OpenFileAsync(run, file.Id, CancellationToken.None) is not { } opened)
            {
                return null;
            }

            await using (opened)
            {
                var md5 = Convert.ToHexStringLower(await MD5.HashDataAsync(opened.Content));
                await KeepAsync(content, file, md5);
                return md5;
            }
        }
        catch (Exception exception) when (exception is RunStoreException or IOException)
        {
            _hashes.TryRemove(content, out _);
            return null;
        }
        finally
        {
            _hashers.Release();
        }
    }

    private async Task KeepAsync(string content, RunFile file, string md5)
    {
        if (file.Stored is null)
        {
            return;
        }

        try
        {
            await store.AddAsync(source.Name, content, md5, CancellationToken.None);
        }
        catch (StateException)
        {
            // It is computed again after a restart; who saves a view hears of it.
        }
    }

    private static async Task<IReadOnlyDictionary<string, string>> ReadKeptAsync(Source source, HashStore store)
    {
        try
        {
            return await store.ReadAsync(source.Name, CancellationToken.None);
        }
        catch (StateException)
        {
            return new Dictionary<string, string>();
        }
    }
}
