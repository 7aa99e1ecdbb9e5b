using Sacredboard.Data.Queries.Grouping;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Differences;

/// <summary>A key whose value differs between two configs.</summary>
/// <param name="Path">The keys that lead to the value.</param>
/// <param name="Before">The value in the first config; null when only the second has it.</param>
/// <param name="After">The value in the second config; null when only the first has it.</param>
public sealed record ConfigDifference(IReadOnlyList<string> Path, SacredValue? Before, SacredValue? After)
{
    /// <summary>
    /// The keys that differ, in stored order; a key that only the second config has stands after the one that it follows there. Values
    /// are equal as in groups of runs: 1 is 1.0, a tuple is its list. Lists are values, objects are looked into.
    /// </summary>
    public static IReadOnlyList<ConfigDifference> Of(SacredValue? before, SacredValue? after)
    {
        var found = new List<ConfigDifference>();
        Compare([], before ?? SacredObject.Empty, after ?? SacredObject.Empty, found);
        return found;
    }

    private static void Compare(IReadOnlyList<string> path, SacredValue? before, SacredValue? after, List<ConfigDifference> found)
    {
        // An object that only one config has is listed key by key.
        if (before is null or SacredObject && after is null or SacredObject && (HasMembers(before) || HasMembers(after)))
        {
            var (here, there) = (Members(before), Members(after));
            foreach (var key in Merged(here, there))
            {
                Compare([.. path, key], here.GetValueOrDefault(key), there.GetValueOrDefault(key), found);
            }
        }
        else if (before is null || after is null ? before != after : CanonicalText.Of(before, null) != CanonicalText.Of(after, null))
        {
            found.Add(new(path, before, after));
        }
    }

    private static bool HasMembers(SacredValue? value) => value is SacredObject { Members.Count: > 0 };

    private static OrderedDictionary<string, SacredValue> Members(SacredValue? value)
    {
        var members = new OrderedDictionary<string, SacredValue>(StringComparer.Ordinal);
        foreach (var (key, member) in (value as SacredObject)?.Members ?? [])
        {
            members[key] = member;
        }

        return members;
    }

    private static IEnumerable<string> Merged(
        OrderedDictionary<string, SacredValue> before, OrderedDictionary<string, SacredValue> after)
    {
        var next = 0;
        foreach (var key in before.Keys)
        {
            if (after.IndexOf(key) is var place && place >= next)
            {
                // What only the second config has in front of this key.
                for (; next < place; next++)
                {
                    if (!before.ContainsKey(after.GetAt(next).Key))
                    {
                        yield return after.GetAt(next).Key;
                    }
                }

                next = place + 1;
            }

            yield return key;
        }

        foreach (var key in after.Keys.Skip(next).Where(key => !before.ContainsKey(key)))
        {
            yield return key;
        }
    }
}
