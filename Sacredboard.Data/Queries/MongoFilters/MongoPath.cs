using Sacredboard.Data.Fields;

namespace Sacredboard.Data.Queries.MongoFilters;

/// <summary>Where in a document of Sacred's a field lies.</summary>
/// <param name="Path">With dots.</param>
/// <param name="IsPlain">A property of Sacred's own, never a list, for which null is as good as missing.</param>
/// <param name="IsTime">Nothing but a date is ever looked for there.</param>
internal readonly record struct MongoPath(string Path, bool IsPlain, bool IsTime = false)
{

    /// <summary>Null when MongoDB has no way to name it.</summary>
    public static MongoPath? Of(RunField field) => field.Root switch
    {
        // Of several places there is none to sort by.
        FieldRoot.Own => field.OwnField is { } own && OfOwn(own) is [var only] ? only : null,
        FieldRoot.Metric => null,
        var root => OfKeys([root.ToString().ToLowerInvariant(), .. field.Path]),
    };

    public static MongoPath? OfKeys(IReadOnlyList<string> keys) =>
        keys.All(key => key.Length > 0 && !key.StartsWith('$') && !key.Contains('.') && !key.Contains('\0')) ? new MongoPath(string.Join('.', keys), false) : null;

    /// <summary>Where a property of the run itself lies: at the first of these that has a value.</summary>
    public static IReadOnlyList<MongoPath> OfOwn(OwnField field) =>
        [.. field.Stored.Select(path => new MongoPath(path, field.Kind != OwnKind.Tree, field.Kind == OwnKind.Time))];
}
