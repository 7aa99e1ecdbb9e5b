using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Sacredboard.Data.Differences;

namespace Sacredboard.Tests.Data.Differences;

public sealed class SequenceDiffTests
{
    [Property(MaxTest = 500, Arbitrary = [typeof(Edited)])]
    public void Applying_the_differences_gives_the_other_list(Pair pair)
    {
        var differences = SequenceDiff.Of(pair.Before, pair.After);

        var result = new List<int>();
        var at = 0;
        foreach (var (before, removed, after, added) in differences)
        {
            Assert.True(removed + added > 0);
            Assert.True(before >= at && (at == 0 || before > at), "Differences that touch are one.");
            result.AddRange(pair.Before[at..before]);
            Assert.Equal(after, result.Count);
            result.AddRange(pair.After[after..(after + added)]);
            at = before + removed;
        }

        result.AddRange(pair.Before[at..]);
        Assert.Equal(pair.After, result);
    }

    // Without unique items, all that DiffPlex does is left.
    [Property(MaxTest = 300, Arbitrary = [typeof(Edited)])]
    public void Few_repeated_items_have_a_shortest_diff(Pair pair)
    {
        int[] before = [.. pair.Before.Concat(pair.Before).Select(item => item % 3)];
        int[] after = [.. pair.After.Concat(pair.After).Select(item => item % 3)];
        if (before.Distinct().Concat(after.Distinct()).Any(item => before.Count(item.Equals) < 2 || after.Count(item.Equals) < 2))
        {
            return;
        }

        var differences = SequenceDiff.Of(before, after);
        Assert.Equal(before.Length + after.Length - (2 * LongestCommon(before, after)), differences.Sum(one => one.Removed + one.Added));
    }

    [Theory]
    [InlineData("abc", "abc", "")]
    [InlineData("", "ab", "0-0 0+2")]
    [InlineData("ab", "", "0-2 0+0")]
    [InlineData("abcdef", "abXdef", "2-1 2+1")]
    [InlineData("abcdef", "bcdefa", "0-1 0+0, 6-0 5+1")]
    [InlineData("xxaxx", "xxbxx", "2-1 2+1")]
    [InlineData("abab", "bab", "0-1 0+0")]
    public void Finds_what_was_changed(string before, string after, string found) =>
        Assert.Equal(found, string.Join(", ", SequenceDiff.Of(before.ToCharArray(), after.ToCharArray())
            .Select(one => $"{one.Before}-{one.Removed} {one.After}+{one.Added}")));

    [Fact]
    public void A_long_stretch_of_repeated_items_is_replaced_and_what_is_around_it_is_not()
    {
        var before = Enumerable.Range(0, 50_000).Select(i => i == 20_000 ? "middle" : $"{i % 7 % 3}").Prepend("start").ToList();
        var after = Enumerable.Range(0, 50_000).Select(i => i == 30_000 ? "middle" : $"{i % 5 % 3}").Prepend("start").ToList();

        var differences = SequenceDiff.Of(before, after);

        Assert.DoesNotContain(differences, one => one.Before == 0);
        Assert.Contains(differences, one => one.Before + one.Removed == 20_001 && one.After + one.Added == 30_001);
    }

    private static int LongestCommon(int[] before, int[] after)
    {
        var lengths = new int[before.Length + 1, after.Length + 1];
        for (var i = 1; i <= before.Length; i++)
        {
            for (var j = 1; j <= after.Length; j++)
            {
                lengths[i, j] = before[i - 1] == after[j - 1]
                    ? lengths[i - 1, j - 1] + 1
                    : Math.Max(lengths[i - 1, j], lengths[i, j - 1]);
            }
        }

        return lengths[before.Length, after.Length];
    }

    public sealed record Pair(int[] Before, int[] After)
    {
        public override string ToString() => $"{string.Join(' ', Before)} | {string.Join(' ', After)}";
    }

    public static class Edited
    {
        /// <summary>Two lists that have much or nothing in common, of few or many different items.</summary>
        public static Arbitrary<Pair> Pairs() => (
            from kinds in Gen.Elements(2, 6, 1000)
            from before in Gen.Choose(0, kinds).ArrayOf()
            from other in Gen.Choose(0, kinds).ArrayOf()
            from start in Gen.Choose(0, before.Length)
            from end in Gen.Choose(start, before.Length)
            from moved in Gen.Elements(true, false)
            select new Pair(before, moved
                ? [.. before[end..], .. other, .. before[..start]]
                : [.. before[..start], .. other, .. before[end..]])).ToArbitrary();
    }
}
