using System.Collections.Concurrent;
using MongoDB.Driver;

namespace Sacredboard.Data.Stores.Mongo;

/// <summary>One client per process and URL, as the driver wants it: a client holds the pool of connections.</summary>
internal static class MongoClients
{
    private static readonly TimeSpan ServerSelectionTimeout = TimeSpan.FromSeconds(3);
    private static readonly ConcurrentDictionary<string, IMongoClient> Clients = new(StringComparer.Ordinal);

    /// <summary>
    /// Neither connects nor waits; only a <c>mongodb+srv</c> name may be looked up, so this is for the first query, not for a
    /// constructor. A failure is not kept: the next call tries again.
    /// </summary>
    public static IMongoClient For(MongoUrl url) => Clients.GetOrAdd(url.Url, _ => Create(url));

    private static MongoClient Create(MongoUrl url)
    {
        var settings = MongoClientSettings.FromUrl(url);
        settings.ApplicationName ??= "sacredboard";
        // A page says quickly that the server is away; only who asks for patience in the URL gets it.
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
