using System.Globalization;
using Sacredboard.Data.Values;

namespace Sacredboard.Web.Formatting;

/// <summary>Decides which values are branches of a <see cref="ValueTree"/> and which are single lines.</summary>
internal static class TreeShape
{
    private const int ShortListItems = 20;
    private const int ShortListLength = 100;
    private const int ShortItemLength = 40;

    /// <summary>
    /// The children of a value, or null when it has none. A value that could not be decoded has those of its stored form.
    /// </summary>
    public static Inner? Children(SacredValue node) => node switch
    {
        SacredObject members => new("object", members.Members.Count, i => (members.Members[i].Key, members.Members[i].Value)),
        SacredList list => new("list", list.Items.Count, i => (i.ToString(CultureInfo.InvariantCulture), list.Items[i])),
        SacredTyped { Value: { } inner } => Children(inner),
        SacredTyped { Raw: SacredObject or SacredList } typed => Children(typed.Raw),
        _ => null,
    };

    /// <summary>A short list of plain values is shown on one line: [1, 2, 3].</summary>
    public static bool IsShortList(SacredValue node)
    {
        var items = (node is SacredTyped { Value: { } inner } ? inner : node) as SacredList;
        return items is { Items.Count: <= ShortListItems }
            && items.Items.All(item =>
                item is SacredNull or SacredBoolean or SacredInteger or SacredDouble or SacredText { Value.Length: < ShortItemLength })
            && ValueText.OneLine(items, ShortListLength + 1).Length <= ShortListLength;
    }

    /// <summary>Stops counting at the limit.</summary>
    public static bool HasAtMost(SacredValue root, int nodes)
    {
        var left = nodes;
        return Fits(root, ref left);
    }

    private static bool Fits(SacredValue node, ref int left)
    {
        if (--left < 0)
        {
            return false;
        }

        var children = IsShortList(node) ? null : Children(node);
        for (var i = 0; i < (children?.Count ?? 0); i++)
        {
            if (!Fits(children!.At(i).Value, ref left))
            {
                return false;
            }
        }

        return true;
    }

    /// <param name="Kind"><c>object</c> or <c>list</c>.</param>
    public sealed record Inner(string Kind, int Count, Func<int, (string Key, SacredValue Value)> At);
}
