using System.Collections.Concurrent;
using MongoDB.Bson.IO;
using MongoDB.Driver;
using MongoDB.Driver.Core.Clusters;

namespace Sacredboard.Data.Stores.Mongo;

/// <summary>Who reads.</summary>
internal enum MongoUse
{
    /// <summary>Pages, scripts, statistics: as many at a time as ask.</summary>
    Visit,

    /// <summary>What keeps the catalog current, one reading after the other. Visitors must never be in its way.</summary>
    Follow,
}

/// <summary>
/// Two clients per process and URL, each with the connections of its own that the driver keeps: one for what keeps the catalogs current,
/// one for visitors.
/// </summary>
internal static class MongoClients
{
    /// <summary>As many readings of visitors go on at a time; a server is no faster with more, and each takes memory.</summary>
    public const int MaxVisits = 32;

    private const int MaxFollowConnections = 20;

    private static readonly TimeSpan ServerSelectionTimeout = TimeSpan.FromSeconds(3);
    private static readonly ConcurrentDictionary<(string Url, MongoUse Use), IMongoClient> Clients = new();
    private static readonly ConcurrentDictionary<string, ReadBudget> Visits = new(StringComparer.Ordinal);

    /// <summary>Chunks of 64 KB in which the driver receives, and which it keeps: enough for two of the largest documents.</summary>
    private const int KeptChunks = 512;

    static MongoClients() => BsonChunkPool.Default = new BsonChunkPool(KeptChunks, 64 * 1024);

    /// <summary>
    /// Does not connect, but may resolve a <c>mongodb+srv</c> name, so it is called for the first query and not in a constructor.
    /// Failures are not cached.
    /// </summary>
    public static IMongoClient For(MongoUrl url, MongoUse use) => Clients.GetOrAdd((url.Url, use), _ => Create(url, use));

    /// <summary>The turns of the visitors of one URL: no more than there are connections for.</summary>
    public static ReadBudget TurnsOf(MongoUrl url) => Visits.GetOrAdd(
        url.Url,
        _ => new ReadBudget(Math.Clamp(url.MaxConnectionPoolSize, 1, MaxVisits), TimeProvider.System));

    /// <summary>What the driver knows of the servers; null before the first connection.</summary>
    public static ClusterDescription? Describe(MongoUrl url, MongoUse use) =>
        Clients.TryGetValue((url.Url, use), out var client) ? client.Cluster.Description : null;

    private static MongoClient Create(MongoUrl url, MongoUse use)
    {
        var settings = MongoClientSettings.FromUrl(url);
        settings.ApplicationName ??= "sacredboard";
        if (use == MongoUse.Follow)
        {
            // Another size is another set of connections: the driver shares those of equal settings.
            settings.MinConnectionPoolSize = 0;
            settings.MaxConnectionPoolSize = MaxFollowConnections;
        }

        // Pages should report an unreachable server quickly; longer timeouts must be set in the URL.
        if (url.ServerSelectionTimeout == MongoDefaults.ServerSelectionTimeout)
        {
            settings.ServerSelectionTimeout = ServerSelectionTimeout;
        }

        if (url.ConnectTimeout == MongoDefaults.ConnectTimeout)
        {
            settings.ConnectTimeout = ServerSelectionTimeout;
        }

        return new MongoClient(settings);
    }
}
