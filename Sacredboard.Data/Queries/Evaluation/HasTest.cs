using Sacredboard.Data.Values;

namespace Sacredboard.Data.Queries.Evaluation;

/// <summary><c>has</c>: a list with an element that passes <see cref="SameTest"/>.</summary>
internal sealed class HasTest(Operand operand) : ValueTest
{
    private readonly SameTest _same = new(operand, StringComparison.Ordinal);

    public override bool List(IReadOnlyList<SacredValue> items) => IsAny(items, _same);

    public static bool IsAny(IReadOnlyList<SacredValue> items, ValueTest test)
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (test.Is(items[i]))
            {
                return true;
            }
        }

        return false;
    }
}
