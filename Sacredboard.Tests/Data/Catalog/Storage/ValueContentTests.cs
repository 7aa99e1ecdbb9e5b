using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Values;

namespace Sacredboard.Tests.Data.Catalog.Storage;

public sealed class ValueContentTests
{
    private static readonly SacredValue[] Different =
    [
        List(), List(1), List(1, 2), List(2, 1), new SacredList([List()]),
        Members(), Members(("a", 1)), Members(("b", 1)), Members(("a", 2)), Members(("a", 1), ("b", 1)),
        new SacredInteger(1), new SacredDouble(1), new SacredText("1"), SacredNull.Value,
    ];

    [Fact]
    public void Values_are_equal_to_their_like_and_to_no_other()
    {
        foreach (var (i, a) in Different.Index())
        {
            foreach (var (j, b) in Different.Index())
            {
                Assert.True(ValueContent.AreEqual(a, b) == (i == j), $"{i} and {j}");
            }
        }

        Assert.True(ValueContent.AreEqual(List(1, 2), List(1, 2)));
        Assert.True(ValueContent.AreEqual(Members(("a", 1), ("b", 2)), Members(("a", 1), ("b", 2))));
    }

    private static SacredList List(params int[] items) => new([.. items.Select(item => new SacredInteger(item))]);

    private static SacredObject Members(params (string Key, int Value)[] members) =>
        new([.. members.Select(member => KeyValuePair.Create<string, SacredValue>(member.Key, new SacredInteger(member.Value)))]);
}
