using Sacredboard.Data.Values;

namespace Sacredboard.Data.Queries.Evaluation;

/// <summary><c>=</c>: the same, or a list with such an element; null also matches a missing value.</summary>
internal sealed class EqualTest(Operand operand, StringComparison comparison) : ValueTest
{
    private readonly SameTest _same = new(operand, comparison);

    public override bool Number(in ExactNumber number) => _same.Number(number);

    public override bool Text(string text) => _same.Text(text);

    public override bool Date(long ticks) => _same.Date(ticks);

    public override bool Boolean(bool value) => _same.Boolean(value);

    public override bool Null() => operand.IsNull;

    public override bool Missing() => operand.IsNull;

    public override bool List(IReadOnlyList<SacredValue> items) => HasTest.IsAny(items, _same);
}
