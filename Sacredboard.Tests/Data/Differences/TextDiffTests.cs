using FsCheck.Xunit;
using Sacredboard.Data.Differences;

namespace Sacredboard.Tests.Data.Differences;

public sealed class TextDiffTests
{
    [Property(MaxTest = 300, Arbitrary = [typeof(SequenceDiffTests.Edited)])]
    public void Both_texts_can_be_read_from_the_parts(SequenceDiffTests.Pair pair)
    {
        string[] before = [.. pair.Before.Select(item => $"line {item}")];
        string[] after = [.. pair.After.Select(item => $"line {item}")];

        var diff = TextDiff.Of(before, after);

        Assert.Equal(0, diff.Left);
        Assert.Equal(before, diff.Parts.SelectMany(part => part.Removed).Select(line => line.Text));
        Assert.Equal(after, diff.Parts.SelectMany(part => part.Added).Select(line => line.Text));
        Assert.All(diff.Parts, part => Assert.Equal(
            (part.Before, part.After),
            (Before(part).Sum(earlier => earlier.Removed.Count), Before(part).Sum(earlier => earlier.Added.Count))));

        IEnumerable<DiffPart> Before(DiffPart part) => diff.Parts.TakeWhile(earlier => !ReferenceEquals(earlier, part));
    }

    [Fact]
    public void Equal_lines_far_from_a_change_are_folded()
    {
        var before = Lines(1000);
        var after = before.ToArray();
        (after[500], after[504]) = ("new", "other");

        var diff = TextDiff.Of(before, after);

        Assert.Equal(
            ["Folded 0: 200 of 497", "Same 497: 3 of 3", "Changed 500: 1 of 1", "Same 501: 3 of 3", "Changed 504: 1 of 1",
                "Same 505: 3 of 3", "Folded 508: 200 of 492"],
            diff.Parts.Select(part => $"{part.Kind} {part.Before}: {part.Removed.Count} of {part.Removed.Count + part.RemovedLeft}"));
        Assert.Equal((2, 2), (diff.Removed, diff.Added));
    }

    [Fact]
    public void Equal_texts_are_one_fold()
    {
        var diff = TextDiff.Of(Lines(10), Lines(10));
        Assert.True(diff.IsEmpty);
        Assert.Equal(DiffPartKind.Folded, Assert.Single(diff.Parts).Kind);
        Assert.Empty(TextDiff.Of([], []).Parts);
    }

    [Fact]
    public void No_more_lines_than_a_page_can_show()
    {
        var many = TextDiff.Of(Lines(10_000), [.. Lines(10_000).Select((line, i) => i % 10 == 0 ? line + "!" : line)], maxLines: 100);
        Assert.InRange(many.Parts.Where(part => part.Kind != DiffPartKind.Folded).Sum(part => part.Removed.Count), 1, 110);
        Assert.Equal(1000, many.Removed);
        Assert.Equal(1000 - many.Parts.Count(part => part.Kind == DiffPartKind.Changed), many.Left);

        var apart = TextDiff.Of(Lines(100_000), [.. Lines(100_000).Select((line, i) => i % 500 == 0 ? line + "!" : line)]);
        Assert.Equal(TextDiff.MaxFolded, apart.Parts.Where(part => part.Kind == DiffPartKind.Folded).Sum(part => part.Removed.Count));

        var one = TextDiff.Of(["a", .. Lines(9000)], ["a"], maxLines: 100);
        Assert.Equal((49, 8951), (one.Parts[^1].Removed.Count, one.Parts[^1].RemovedLeft));
    }

    [Theory]
    [InlineData("lr = 0.1, width = 8", "lr = 0.2, width = 8", "lr = 0.[1], width = 8", "lr = 0.[2], width = 8")]
    [InlineData("step 3", "step 3 done", "step 3", "step 3[ done]")]
    [InlineData("import numpy", "def f(): return 5", "import numpy", "def f(): return 5")]
    [InlineData("a 😀 b c", "a 😁 b c", "a [😀] b c", "a [😁] b c")]
    public void Words_that_differ_are_marked(string before, string after, string here, string there)
    {
        var part = Assert.Single(TextDiff.Of([before], [after]).Parts);
        Assert.Equal((here, there), (Marked(part.Removed[0]), Marked(part.Added[0])));
    }

    [Fact]
    public void Of_very_long_lines_what_lies_between_their_equal_ends_is_marked()
    {
        var (start, end) = (new string('a', 500_000), new string('b', 500_000) + "\ude00");
        var part = Assert.Single(TextDiff.Of([$"{start} x {end}"], [$"{start} yz {end}"]).Parts);
        Assert.Equal("yz", Assert.Single(part.Added[0].Spans, span => span.IsChanged).Text);
    }

    private static string[] Lines(int count) => [.. Enumerable.Range(0, count).Select(i => $"line {i}")];

    private static string Marked(DiffLine line) => string.Concat(line.Spans.Select(span => span.IsChanged ? $"[{span.Text}]" : span.Text));
}
