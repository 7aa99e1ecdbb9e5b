using Sacredboard.Data.Values;
using Sacredboard.Web.Models.Shared;
using Sacredboard.Web.RunPage;

namespace Sacredboard.Web.Models.RunPage;

/// <summary>A free-form part of a run as a tree of its own tab.</summary>
/// <param name="Empty">What to say when there is nothing.</param>
public sealed record RunTreeViewModel(TreeViewModel Tree, string Empty)
{
    internal static RunTreeViewModel Of(RunReading reading, string name, SacredValue? value) =>
        new(reading.Tree(name, value), name == "config" ? "This run has no config" : "This run kept nothing in its info");

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
