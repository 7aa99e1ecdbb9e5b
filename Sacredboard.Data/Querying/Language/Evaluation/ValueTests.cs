using System.Text.RegularExpressions;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Querying.Language.Evaluation;

/// <summary><c>==</c>: of the same kind, and equal.</summary>
internal sealed class SameTest(Operand operand, StringComparison comparison) : ValueTest
{
    public override bool Number(in ExactNumber number) => operand.Number is { } wanted && number.IsSame(wanted);

    public override bool Text(string text) => operand.Text is { } wanted && text.Equals(wanted, comparison);

    public override bool Date(long ticks) => operand.Ticks == ticks;

    public override bool Boolean(bool value) => operand.Boolean == value;

    public override bool Null() => operand.IsNull;
}

/// <summary><c>=</c>: the same, or a list with such an element; null is also what is missing.</summary>
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

/// <summary><c>has</c>: a list with an element that is the same.</summary>
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

/// <summary><c>&lt; &lt;= &gt; &gt;=</c>: numbers with numbers, texts with texts by their code units, dates with dates.</summary>
internal sealed class OrderTest(QueryOperator op, Operand operand) : ValueTest
{
    public override bool Number(in ExactNumber number) =>
        operand.Number is { IsNaN: false } wanted && !number.IsNaN && Holds(number.CompareTo(wanted));

    public override bool Text(string text) => operand.Text is { } wanted && Holds(string.CompareOrdinal(text, wanted));

    public override bool Date(long ticks) => operand.Ticks is { } wanted && Holds(ticks.CompareTo(wanted));

    private bool Holds(int order) => op switch
    {
        QueryOperator.Less => order < 0,
        QueryOperator.LessOrEqual => order <= 0,
        QueryOperator.Greater => order > 0,
        _ => order >= 0,
    };
}

/// <summary><c>~</c>: a text in which the pattern is found.</summary>
internal sealed class PatternTest(Regex pattern, QueryPatience patience) : ValueTest
{
    public override bool Text(string text)
    {
        patience.Check();
        return pattern.IsMatch(text);
    }
}

/// <summary><c>contains</c>: a text that holds this one, in any case.</summary>
internal sealed class ContainsTest(string part) : ValueTest
{
    public override bool Text(string text) => text.Contains(part, StringComparison.OrdinalIgnoreCase);
}

/// <summary><c>in</c>: one of several.</summary>
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

/// <summary><c>exists</c>: whatever is there.</summary>
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

/// <summary><c>kind(…)</c>: asks not the value but the word for its kind. What is missing has none.</summary>
internal sealed class KindTest(ValueTest test) : ValueTest
{
    private readonly Dictionary<string, bool> _kinds = QueryWords.Kinds.ToDictionary(kind => kind, test.Text);

    public override bool Number(in ExactNumber number) => _kinds["number"];

    public override bool Text(string text) => _kinds["text"];

    public override bool Date(long ticks) => _kinds["date"];

    public override bool Boolean(bool value) => _kinds["bool"];

    public override bool Null() => _kinds["null"];

    public override bool Missing() => test.Missing();

    public override bool List(IReadOnlyList<SacredValue> items) => _kinds["list"];

    public override bool Typed(IReadOnlyList<SacredValue> items) => Object();

    public override bool Object() => _kinds["object"];

    public override bool Other() => _kinds["other"];
}
