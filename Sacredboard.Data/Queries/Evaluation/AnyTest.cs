using Sacredboard.Data.Values;

namespace Sacredboard.Data.Queries.Evaluation;

/// <summary><c>in</c>: true when one of several tests is.</summary>
internal sealed class AnyTest(IReadOnlyList<ValueTest> tests) : ValueTest
{
    public override bool Number(in ExactNumber number)
    {
        foreach (var test in tests)
        {
            if (test.Number(number))
            {
                return true;
            }
        }

        return false;
    }

    public override bool Text(string text) => tests.Any(test => test.Text(text));

    public override bool Date(long ticks) => tests.Any(test => test.Date(ticks));

    public override bool Boolean(bool value) => tests.Any(test => test.Boolean(value));

    public override bool Null() => tests.Any(test => test.Null());

    public override bool Missing() => tests.Any(test => test.Missing());

    public override bool List(IReadOnlyList<SacredValue> items) => tests.Any(test => test.List(items));
}
