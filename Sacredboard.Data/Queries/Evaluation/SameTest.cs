namespace Sacredboard.Data.Queries.Evaluation;

/// <summary><c>==</c>: of the same type and equal.</summary>
internal sealed class SameTest(Operand operand, StringComparison comparison) : ValueTest
{
    public override bool Number(in ExactNumber number) => operand.Number is { } wanted && number.IsSame(wanted);

    public override bool Text(string text) => operand.Text is { } wanted && text.Equals(wanted, comparison);

    public override bool Date(long ticks) => operand.Ticks == ticks;

    public override bool Boolean(bool value) => operand.Boolean == value;

    public override bool Null() => operand.IsNull;
}
