using Sacredboard.Data.Values;

namespace Sacredboard.Data.Queries.Evaluation;

/// <summary><c>exists</c>: any value, null included.</summary>
internal sealed class ExistsTest : ValueTest
{
    public override bool Number(in ExactNumber number) => true;

    public override bool Text(string text) => true;

    public override bool Date(long ticks) => true;

    public override bool Boolean(bool value) => true;

    public override bool Null() => true;

    public override bool List(IReadOnlyList<SacredValue> items) => true;

    public override bool Object() => true;

    public override bool Other() => true;
}
