using Sacredboard.Data.Queries.Language;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Queries.MongoFilters;

/// <summary>Conditions on the tags: a list or a text with commas in the config, and a list that Omniboard adds.</summary>
internal static class MongoTags
{
    private static readonly MongoPath OfConfig = new("config.tags", false);
    private static readonly MongoPath OfOmniboard = new("omniboard.tags", false);

    public static Translation Of(QueryCondition condition, DateTimeOffset now) => condition.Operator switch
    {
        QueryOperator.Exists => SacredObject.Empty,
        QueryOperator.Equal or QueryOperator.In or QueryOperator.Has when Texts(condition, now) is { Count: > 0 } tags => Any(tags),
        _ => Translation.Impossible("tags lie in several places"),
    };

    private static Translation Any(IReadOnlyList<string> tags) => MongoTerms.Any(
    [
        MongoTerms.IsAny(OfConfig.Path, [.. tags.Select(tag => new SacredText(tag))]),
        MongoTerms.IsAlone(
            OfConfig.Path,
            new KeyValuePair<string, SacredValue>(
                "$regex",
                new SacredText($@"(^|,)\s*({string.Join('|', tags.Select(MongoTests.Escape))})\s*(,|$)"))),
        MongoTerms.IsAny(OfOmniboard.Path, [.. tags.Select(tag => new SacredText(tag))]),
    ]);

    // Only texts can be tags.
    private static List<string> Texts(QueryCondition condition, DateTimeOffset now) =>
        [.. condition.Values.SelectMany(value => MongoOperands.Of(value, now)).OfType<SacredText>().Select(text => text.Value)];
}
