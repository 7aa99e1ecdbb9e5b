namespace Sacredboard.Data.Stores.Mongo;

public static class MongoBackendRegistration
{
    /// <summary>Runs that a MongoObserver or a QueuedMongoObserver wrote.</summary>
    public static Backends AddMongo(this Backends backends) => backends.Add(new MongoBackend());
}

internal sealed class MongoBackend : IBackend
{
    public string Allowed => "a mongodb:// or mongodb+srv:// URL";

    public IReadOnlyList<string> Options { get; } = [
        nameof(PlaceOptions.Database),
        nameof(PlaceOptions.Collection),
        nameof(PlaceOptions.CollectionPrefix)];

    public string Needs => "a MongoDB to read from; give a mongodb:// URL as well";

    public bool Recognizes(PlaceOptions place) => place.Scheme is "mongodb://" or "mongodb+srv://";

    public IEnumerable<PlaceProblem> Check(PlaceOptions place)
    {
        if (!MongoPlace.TryParse(place.Url!, place.Database, out _, out var problem))
        {
            yield return new(nameof(place.Url), problem);
        }

        if (place.Collection is not null && place.CollectionPrefix is not null)
        {
            yield return PlaceProblem.Conflict(nameof(place.CollectionPrefix), nameof(place.Collection));
        }
    }

    public string ShortName(PlaceOptions place) => Parse(place).Database;

    /// <summary>A collection that is named is the only one.</summary>
    public IPlaceFinder? Inside(PlaceOptions place) => place is { Collection: null, CollectionPrefix: null }
        ? new MongoPlaceFinder(Parse(place), place, TimeProvider.System)
        : null;

    public IRunStore Open(PlaceOptions place, StoreContext context) => new MongoRunStore(Parse(place), context.Time, context.OutputFiles);

    private static MongoPlace Parse(PlaceOptions options)
    {
        if (!MongoPlace.TryParse(options.Url!, options.Database, out var place, out var problem))
        {
            throw new ArgumentException(problem, nameof(options));
        }

        return options.Collection is { } collection ? place.WithCollection(collection)
            : options.CollectionPrefix is { } prefix ? place.WithPrefix(prefix)
            : place;
    }
}
