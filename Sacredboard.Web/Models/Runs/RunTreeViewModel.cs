using Sacredboard.Data.Values;

namespace Sacredboard.Web.Models.Runs;

/// <summary>A free-form part of a run as a tree of its own tab.</summary>
/// <param name="Name">Names the tree on its page.</param>
/// <param name="Empty">What to say when there is nothing.</param>
public sealed record RunTreeViewModel(SacredValue? Value, string Name, string Empty)
{
    public bool HasNothing => Value is null or SacredNull or SacredObject { Members.Count: 0 } or SacredList { Items.Count: 0 };

    /// <summary>How many values there are at the ends of the branches.</summary>
    public static int? CountLeaves(SacredValue? value)
    {
        var count = 0;
        var rest = new Stack<SacredValue>();
        if (value is not null)
        {
            rest.Push(value);
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
                default:
                    count++;
                    break;
            }
        }

        return count;
    }
}
