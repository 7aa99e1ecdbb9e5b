using Sacredboard.Data.Fields;

namespace Sacredboard.Data.Queries.MongoFilters;

/// <summary>The path of a field in Sacred's documents.</summary>
/// <param name="Path">Keys separated by dots.</param>
/// <param name="IsPlain">True for an own field: never a list, and null means missing.</param>
/// <param name="IsTime">True when only dates are compared there.</param>
internal readonly record struct MongoPath(string Path, bool IsPlain, bool IsTime = false)
{

    /// <summary>Null when MongoDB cannot name it.</summary>
    public static MongoPath? Of(RunField field) => field.Root switch
    {
        // A field at several paths cannot be sorted by.
        FieldRoot.Own => field.OwnField is { } own && OfOwn(own) is [var only] ? only : null,
        FieldRoot.Metric => null,
        var root => OfKeys([root.ToString().ToLowerInvariant(), .. field.Path]),
    };

    public static MongoPath? OfKeys(IReadOnlyList<string> keys) =>
        keys.All(key => key.Length > 0 && !key.StartsWith('$') && !key.Contains('.') && !key.Contains('\0'))
            ? new MongoPath(string.Join('.', keys), false)
            : null;

    /// <summary>The paths of an own field; the first with a value counts.</summary>
    public static IReadOnlyList<MongoPath> OfOwn(OwnField field) =>
        [.. field.Stored.Select(path => new MongoPath(path, field.Kind != OwnKind.Tree, field.Kind == OwnKind.Time))];
}
