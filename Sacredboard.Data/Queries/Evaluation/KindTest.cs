using Sacredboard.Data.Queries.Language;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Queries.Evaluation;

/// <summary><c>kind(…)</c>: tests the name of the value's kind; a missing value has none.</summary>
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
