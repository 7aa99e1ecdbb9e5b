using Sacredboard.Data.Values;
using Sacredboard.Web.Formatting;

namespace Sacredboard.Tests.Web.Formatting;

public sealed class ValueTextTests
{
    private static readonly SacredText A = new("a");
    private static readonly SacredInteger One = new(1);

    public static TheoryData<SacredValue, string> Lines => new()
    {
        { SacredNull.Value, "None" },
        { SacredBoolean.True, "True" },
        { new SacredDouble(0.123456789), "0.123457" },
        { new SacredDouble(double.NaN), "NaN" },
        { new SacredText("two\nlines\tand \0"), "two↵lines and ␀" },
        { new SacredDate(new DateTime(2020, 1, 2, 3, 4, 5, DateTimeKind.Utc)), "2020-01-02 03:04:05 UTC" },
        { new SacredText("32"), "'32'" },
        { new SacredText(""), "''" },
        { new SacredList([One, A]), "[1, a]" },
        { SacredObject.Empty, "{}" },
        { Object(("loss", new SacredDouble(0.25)), ("best", Object(("epoch", One)))), "loss: 0.25, best: {epoch: 1}" },
        { Object(("__doc__", A), ("lr", One)), "lr: 1" },
        { new SacredTyped("tuple", new SacredList([One, A]), One), "(1, a)" },
        { new SacredTyped("tuple", new SacredList([One]), One), "(1,)" },
        { new SacredTyped("set", new SacredList([One]), One), "{1}" },
        { new SacredTyped("numpy.float64", new SacredDouble(1.5), One), "1.5" },
        { new SacredTyped("my.Thing", null, One), "<my.Thing>" },
    };

    [Theory]
    [MemberData(nameof(Lines), DisableDiscoveryEnumeration = true)]
    public void A_value_is_one_line_by_its_content(SacredValue value, string expected) =>
        Assert.Equal(expected, ValueText.Cell(value).Text);

    [Fact]
    public void A_cut_value_shows_more_on_hover()
    {
        var cell = ValueText.Cell(new SacredDouble(0.123456789));

        Assert.Equal(new CellText("0.123457", "0.123456789", CellKind.Number), cell);
        Assert.Null(ValueText.Cell(One).Full);
    }

    [Fact]
    public void A_missing_value_is_a_dash() => Assert.Equal(new CellText("–", null, CellKind.Missing), ValueText.Cell(null));

    [Fact]
    public void A_huge_value_costs_no_more_than_its_beginning()
    {
        var huge = new SacredList(new Endless());

        Assert.Equal("[1, 1, 1, …", ValueText.OneLine(huge, 11));
    }

    [Fact]
    public void A_value_nested_without_end_is_cut()
    {
        SacredValue nested = One;
        for (var i = 0; i < 20_000; i++)
        {
            nested = new SacredList([nested]);
        }

        Assert.StartsWith("[[[[", ValueText.OneLine(nested));
        Assert.Contains('…', ValueText.OneLine(nested));
    }

    private static SacredObject Object(params (string Key, SacredValue Value)[] members) =>
        new([.. members.Select(member => KeyValuePair.Create(member.Key, member.Value))]);

    /// <summary>A list with a count of a billion that fails when more than a few items are read.</summary>
    private sealed class Endless : IReadOnlyList<SacredValue>
    {
        public int Count => 1_000_000_000;

        public SacredValue this[int index] => index < 100 ? One : throw new InvalidOperationException("looked too far");

        public IEnumerator<SacredValue> GetEnumerator() => throw new InvalidOperationException("walked through");

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
