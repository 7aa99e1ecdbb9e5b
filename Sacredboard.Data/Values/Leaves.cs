namespace Sacredboard.Data.Values;

/// <summary>The values of a tree that are no objects; a list is one.</summary>
public static class Leaves
{
    /// <summary>Their number; null when the tree is a catalog's that left out a large object, so that it is not known.</summary>
    public static int? Count(SacredValue? tree)
    {
        var count = 0;
        var rest = new Stack<SacredValue>();
        if (tree is not null)
        {
            rest.Push(tree);
        }

        while (rest.TryPop(out var next))
        {
            switch (next)
            {
                case SacredObject members:
                    foreach (var member in members.Members)
                    {
                        rest.Push(member.Value);
                    }

                    break;
                case SacredTyped typed when LargeValue.IsObject(typed):
                    return null;
                default:
                    count++;
                    break;
            }
        }

        return count;
    }
}
