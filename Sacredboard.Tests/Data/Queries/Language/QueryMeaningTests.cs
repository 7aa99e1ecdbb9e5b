using System.Numerics;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries;
using Sacredboard.Data.Queries.Answering;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Values;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Queries.Language;

/// <summary>What a value is equal to, less than, and so on: one run for each kind of value.</summary>
public sealed class QueryMeaningTests
{
    private static readonly (string Name, object? Value)[] Values =
    [
        ("whole", 32), ("real", 32.0), ("text", "32"), ("null", null), ("list", new object?[] { 32, "a" }), ("true", true),
        ("object", TestRuns.Object(("y", 1))), ("nan", double.NaN), ("inf", double.PositiveInfinity), ("date", TestRuns.Epoch),
        ("word", "apple"), ("odd", new SacredInteger(BigInteger.Pow(2, 53) + 1)), ("huge", new SacredInteger(BigInteger.Pow(2, 70))),
        ("numpy", TestRuns.Object(("py/object", "numpy.int64"), ("dtype", "int64"), ("value", 32))),
        ("tuple", TestRuns.Object(("py/tuple", new object?[] { 32, null }))), ("empty", new object?[] { }),
    ];

    [Theory]
    // Equal, or a list with such an element.
    [InlineData("x = 32", "whole real list numpy tuple")]
    [InlineData("x = 32.0", "whole real list numpy tuple")]
    [InlineData("x = 3.2e1", "whole real list numpy tuple")]
    [InlineData("x = \"32\"", "text")]
    [InlineData("x = a", "list")]
    [InlineData("x = apple", "word")]
    [InlineData("x = Apple", "")]
    [InlineData("x = true", "true")]
    [InlineData("x = 1", "")]
    [InlineData("x = 2026-01-01", "date")]
    [InlineData("x = 2026-01-01T01:00+01:00", "date")]
    [InlineData("x = inf", "inf")]
    [InlineData("x = nan", "nan")]
    [InlineData("x = NaN or x == nan", "nan")]
    [InlineData("x != 32", "text null true object nan inf date word odd huge empty none")]
    // Null is also what is missing.
    [InlineData("x = null", "null tuple none")]
    [InlineData("x == null", "null")]
    [InlineData("x != null", "whole real text list true object nan inf date word odd huge numpy empty")]
    [InlineData("missing(x)", "none")]
    [InlineData("not exists(x)", "none")]
    [InlineData("exists(x) and x = null", "null tuple")]
    // Exactly.
    [InlineData("x == 32", "whole real numpy")]
    [InlineData("x == a", "")]
    [InlineData("x = 9007199254740993", "odd")]
    [InlineData("x = 9007199254740992", "")]
    [InlineData("x = 9007199254740993.0", "")]
    [InlineData("x = 1180591620717411303424", "huge")]
    [InlineData("x = 1180591620717411303425", "")]
    // Order: what cannot be compared is false, and NaN is never less or greater.
    [InlineData("x < 33", "whole real numpy")]
    [InlineData("x <= 32", "whole real numpy")]
    [InlineData("x < 32", "")]
    [InlineData("x > 1e300", "inf")]
    [InlineData("x > 9007199254740992", "inf odd huge")]
    [InlineData("x >= 1180591620717411303424", "inf huge")]
    [InlineData("x > 1180591620717411303424", "inf")]
    [InlineData("x < \"4\"", "text")]
    [InlineData("x >= \"4\"", "word")]
    [InlineData("x < Z", "text")]
    [InlineData("x < 2026-01-02", "date")]
    [InlineData("x > 2026-01-01", "text word")]
    [InlineData("x < true or x > null or x < nan or x >= nan", "")]
    [InlineData("not (x < 33)", "text null list true object nan inf date word odd huge tuple empty none")]
    // Texts.
    [InlineData("x ~ ^3", "text")]
    [InlineData("x ~ PP", "")]
    [InlineData("x ~ (?i)PP", "word")]
    [InlineData("x !~ p", "whole real text null list true object nan inf date odd huge numpy tuple empty none")]
    [InlineData("x contains PPL", "word")]
    [InlineData("x contains 3", "text")]
    // Elements.
    [InlineData("x has 32", "list tuple")]
    [InlineData("x has \"32\"", "")]
    [InlineData("x has null", "tuple")]
    [InlineData("x has apple", "")]
    [InlineData("x in (32, \"32\")", "whole real text list numpy tuple")]
    [InlineData("x in (null)", "null tuple none")]
    [InlineData("x not in (32, null)", "text true object nan inf date word odd huge empty")]
    // Kinds.
    [InlineData("kind(x) = number", "whole real nan inf odd huge numpy")]
    [InlineData("kind(x) = text", "text word")]
    [InlineData("kind(x) = bool", "true")]
    [InlineData("kind(x) = null", "null")]
    [InlineData("kind(x) = date", "date")]
    [InlineData("kind(x) = list", "list empty")]
    [InlineData("kind(x) = object", "object tuple")]
    [InlineData("kind(x) in (bool, list)", "list true empty")]
    [InlineData("kind(x) != number", "text null list true object date word tuple empty none")]
    // Paths.
    [InlineData("x.y = 1", "object")]
    [InlineData("x[0] = 32", "list tuple")]
    [InlineData("x[1] = a", "list")]
    [InlineData("x[1] = null", "whole real text null true object nan inf date word odd huge numpy tuple empty none")]
    [InlineData("exists(x[1])", "list tuple")]
    [InlineData("config.x == true or .config.x == apple", "true word")]
    // Connectives.
    [InlineData("x = 32 and kind(x) = list or x = apple", "list word")]
    [InlineData("x = 32 (kind(x) = list or x = apple)", "list")]
    [InlineData("not x = 32 x ~ .", "text word")]
    [InlineData("not (exists(x) or x = null)", "")]
    public async Task A_condition_is_true_for_these_values(string query, string names)
    {
        var runs = Values.Select((value, i) => TestRuns.Run(i).With(("x", value.Value)) with { Comment = value.Name, Experiment = null })
            .ToList();
        runs.Add(TestRuns.Run(100).With(("z", 1)) with { Comment = "none" });
        var page = (await TestCatalog.SnapshotOfAsync([.. runs]))
            .Queries()
            .Find(new RunQuery { Text = query, Sort = [new(RunField.Own("id"), false)] });
        Assert.Null(page.Error);
        Assert.Equal(names, string.Join(' ', page.Runs.Select(run => run.Comment)));
    }

    [Theory]
    [InlineData("b < c", "1")]
    [InlineData("\"b c\"", "1")]
    public async Task A_condition_may_look_like_words_and_words_like_conditions(string query, string ids)
    {
        var snapshot = await TestCatalog.SnapshotOfAsync(
            TestRuns.Run(1).With(("b", "a"), ("t", "b c")),
            TestRuns.Run(2).With(("b", "d"), ("t", "c b")));
        Assert.Equal(ids, string.Join(' ', snapshot.Queries().Find(new RunQuery { Text = query }).Runs.Select(run => run.Id)));
    }
}
