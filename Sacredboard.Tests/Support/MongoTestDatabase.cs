using MongoDB.Bson;
using MongoDB.Driver;
using Sacredboard.Data.Stores.Mongo;

namespace Sacredboard.Tests.Support;

/// <summary>A database of one test (or fixture) in a server.</summary>
public sealed class MongoTestDatabase(string url, string name)
{
    public string Name => name;

    /// <summary>The URL with this database as its path.</summary>
    public string Url { get; } = new MongoUrlBuilder(url)
    {
        DatabaseName = name,
        AuthenticationSource = new MongoUrl(url).AuthenticationSource
    }.ToString();

    public IMongoDatabase Database { get; } = new MongoClient(url).GetDatabase(name);

    public IMongoCollection<BsonDocument> Runs => Database.GetCollection<BsonDocument>("runs");

    public MongoPlace Place => MongoPlace.TryParse(Url, null, out var place, out var problem) ? place : throw new FormatException(problem);

    public MongoRunStore OpenStore(TimeProvider? time = null) => new(Place, time ?? TimeProvider.System);
}
