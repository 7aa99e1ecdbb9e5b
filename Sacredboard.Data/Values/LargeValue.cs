using System.Globalization;

namespace Sacredboard.Data.Values;

/// <summary>
/// Stands for a value that is too large for a table: "list (12,345 items)". A run that has it does not lack the value, and it equals none.
/// </summary>
internal static class LargeValue
{
    public const string Dict = "dict";

    public static SacredTyped Of(string type, long count, string unit) =>
        new(type, new SacredText(string.Create(CultureInfo.InvariantCulture, $"{count:N0} {unit}")), SacredNull.Value);

    public static SacredTyped Of(SacredValue value) => value switch
    {
        SacredList list => Of("list", list.Items.Count, "items"),
        SacredObject members => Of(Dict, members.Members.Count, "keys"),
        SacredText text => Of("str", text.Value.Length, "characters"),
        SacredTyped { Value: SacredList list } typed => Of(typed.TypeName, list.Items.Count, "items"),
        SacredTyped typed => new(typed.TypeName, new SacredText("large"), SacredNull.Value),
        _ => new("int", new SacredText("large"), SacredNull.Value),
    };

    /// <summary>True for what stands for an object.</summary>
    public static bool IsObject(SacredTyped typed) => Is(typed) && typed.TypeName == Dict;

    public static bool Is(SacredTyped typed) => typed is { Value: SacredText, Raw: SacredNull };

    /// <summary>The tree with the members that are too large replaced, at any depth, so that the small ones beside them stay.</summary>
    /// <param name="value">A tree as it is stored.</param>
    /// <param name="max">The size of a member that stays, see <see cref="Size"/>.</param>
    /// <param name="depth">Levels below which a member goes whole.</param>
    public static SacredValue Prune(SacredValue value, int max, int depth) =>
        Size(value, max) <= max ? value
        : value is SacredObject { Members: var members } && depth > 0 && !members.Any(member => IsTag(member.Key))
            ? new SacredObject([.. members.Select(member => KeyValuePair.Create(member.Key, Prune(member.Value, max, depth - 1)))])
        : Of(value);

    /// <summary>About the bytes that a value takes in memory; counting ends above <paramref name="max"/>.</summary>
    public static int Size(SacredValue value, int max)
    {
        var size = value is SacredText text ? 24 + (2 * text.Value.Length) : 32;
        switch (value)
        {
            case SacredList list:
                for (var i = 0; i < list.Items.Count && size <= max; i++)
                {
                    size += Size(list.Items[i], max - size);
                }

                break;
            case SacredObject { Members: var members }:
                for (var i = 0; i < members.Count && size <= max; i++)
                {
                    size += (2 * members[i].Key.Length) + Size(members[i].Value, max - size);
                }

                break;
            case SacredTyped typed:
                size += Size(typed.Value ?? typed.Raw, max - size);
                break;
        }

        return size;
    }

    /// <summary>A key of jsonpickle: its object is one value.</summary>
    public static bool IsTag(string key) => key.StartsWith("py/", StringComparison.Ordinal);
}
