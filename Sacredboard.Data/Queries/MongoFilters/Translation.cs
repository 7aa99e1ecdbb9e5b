using Sacredboard.Data.Values;

namespace Sacredboard.Data.Queries.MongoFilters;

/// <summary>A part of a query in MongoDB's language, or the reason why it cannot be translated.</summary>
internal readonly record struct Translation(SacredObject? Filter, string? Why)
{
    public static implicit operator Translation(SacredObject filter) => new(filter, null);

    public static Translation Impossible(string why) => new(null, why);

    /// <summary>Joins translated parts; the first impossible part makes the result impossible.</summary>
    public static Translation Join(IEnumerable<Translation> parts, Func<IReadOnlyList<SacredObject>, SacredObject> join)
    {
        var filters = new List<SacredObject>();
        foreach (var part in parts)
        {
            if (part.Filter is null)
            {
                return part;
            }

            filters.Add(part.Filter);
        }

        return join(filters);
    }

    public Translation Then(Func<SacredObject, SacredObject> change) => Filter is null ? this : change(Filter);
}
