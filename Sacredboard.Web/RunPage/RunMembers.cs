using Sacredboard.Data.Values;

namespace Sacredboard.Web.RunPage;

internal static class RunMembers
{
    /// <summary>The value of a key, or null when there is no such key or this is not an object.</summary>
    public static SacredValue? Member(this SacredValue? value, string key) => value switch
    {
        SacredObject members => members[key],
        SacredTyped { Value: SacredObject members } => members[key],
        _ => null,
    };

    public static string? Text(this SacredValue? value) => (value as SacredText)?.Value;

    /// <summary>The items of a list or tuple; nothing for any other value.</summary>
    public static IReadOnlyList<SacredValue> Items(this SacredValue? value) => value switch
    {
        SacredList list => list.Items,
        SacredTyped { Value: SacredList list } => list.Items,
        _ => [],
    };
}
