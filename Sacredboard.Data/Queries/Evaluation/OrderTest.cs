using Sacredboard.Data.Queries.Language;

namespace Sacredboard.Data.Queries.Evaluation;

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
