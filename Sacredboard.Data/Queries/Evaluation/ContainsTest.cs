namespace Sacredboard.Data.Queries.Evaluation;

/// <summary><c>contains</c>: a text that holds this one, ignoring case.</summary>
internal sealed class ContainsTest(string part) : ValueTest
{
    public override bool Text(string text) => text.Contains(part, StringComparison.OrdinalIgnoreCase);
}
