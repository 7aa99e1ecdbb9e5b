namespace Sacredboard.Data.Stores.Mongo;

/// <summary>The collections of runs of a database as places of their own.</summary>
internal sealed class MongoPlaceFinder(MongoPlace place, PlaceOptions options, TimeProvider time) : IPlaceFinder
{
    private readonly MongoCollections _collections = new(new MongoReader(place, MongoUse.Follow), time);

    public async Task<IReadOnlyList<FoundPlace>> FindAsync(CancellationToken cancellationToken) =>
        [.. (await _collections.ListAsync(cancellationToken)).OrderByDescending(name => name == place.Runs).Select(Found)];

    private FoundPlace Found(string name) => new(
        name,
        name == place.Runs,
        new PlaceOptions { Url = options.Url, Database = options.Database, Collection = name });
}
