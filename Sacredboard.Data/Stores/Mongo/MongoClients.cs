using System.Collections.Concurrent;
using MongoDB.Bson.IO;
using MongoDB.Driver;
using MongoDB.Driver.Core.Clusters;

namespace Sacredboard.Data.Stores.Mongo;

/// <summary>One client per process and URL, as the driver recommends: a client owns the connection pool.</summary>
internal static class MongoClients
{
    private static readonly TimeSpan ServerSelectionTimeout = TimeSpan.FromSeconds(3);
    private static readonly ConcurrentDictionary<string, IMongoClient> Clients = new(StringComparer.Ordinal);

    /// <summary>Chunks of 64 KB in which the driver receives, and which it keeps: enough for two of the largest documents.</summary>
    private const int KeptChunks = 512;

    static MongoClients() => BsonChunkPool.Default = new BsonChunkPool(KeptChunks, 64 * 1024);

    /// <summary>
    /// Does not connect, but may resolve a <c>mongodb+srv</c> name, so it is called for the first query and not in a constructor.
    /// Failures are not cached.
    /// </summary>
    public static IMongoClient For(MongoUrl url) => Clients.GetOrAdd(url.Url, _ => Create(url));

    /// <summary>What the driver knows of the servers; null before the first connection.</summary>
    public static ClusterDescription? Describe(MongoUrl url) =>
        Clients.TryGetValue(url.Url, out var client) ? client.Cluster.Description : null;

    private static MongoClient Create(MongoUrl url)
    {
        var settings = MongoClientSettings.FromUrl(url);
        settings.ApplicationName ??= "sacredboard";
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
