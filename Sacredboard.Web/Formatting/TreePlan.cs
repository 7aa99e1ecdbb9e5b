using Sacredboard.Data.Values;

namespace Sacredboard.Web.Formatting;

/// <summary>
/// How many children of each branch a <see cref="ValueTree"/> shows when it cannot show all: level by level, so that no long list takes
/// the room of the keys beside it, and of long lists only the beginning.
/// </summary>
internal sealed class TreePlan
{
    private const int MaxNodes = 20_000;
    private const int MaxListItems = 1000;

    // Browsers stop nesting at 512 elements.
    private const int MaxDepth = 100;

    /// <summary>A branch with more children waits for all others before it shows the next ones.</summary>
    private const int AtOnce = 1000;

    private readonly Dictionary<SacredValue, int> _shown = new(ReferenceEqualityComparer.Instance);

    public TreePlan(SacredValue root)
    {
        var left = MaxNodes;
        var waiting = new Queue<(SacredValue Node, int Depth)>([(root, 0)]);
        var begun = new Queue<(SacredValue Node, int Depth)>();
        while (left > 0 && (waiting.TryDequeue(out var next) || begun.TryDequeue(out next)))
        {
            var (node, depth) = next;
            var children = TreeShape.Children(node)!;
            var most = children.Kind == "list" ? Math.Min(children.Count, MaxListItems) : children.Count;
            var before = Shown(node);
            var now = Math.Min(most, before + Math.Min(AtOnce, left));
            left -= now - before;
            _shown[node] = now;
            for (var i = before; i < now; i++)
            {
                if (children.At(i).Value is var child && IsBranch(child, depth + 1))
                {
                    waiting.Enqueue((child, depth + 1));
                }
            }

            if (now < most)
            {
                begun.Enqueue(next);
            }
        }
    }

    /// <summary>The number of children of a branch that are shown, the first ones.</summary>
    public int Shown(SacredValue branch) => _shown.GetValueOrDefault(branch);

    /// <summary>Whether the value opens and closes, and is not one line.</summary>
    public static bool IsBranch(SacredValue node, int depth) =>
        depth <= MaxDepth && TreeShape.Children(node) is { Count: > 0 } && !TreeShape.IsShortList(node);
}
