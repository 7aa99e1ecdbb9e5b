using Sacredboard.Data.Catalog.Storage;

namespace Sacredboard.Tests.Data.Catalog.Storage;

public sealed class MemoTests
{
    [Fact]
    public void Makes_what_it_keeps_once_for_each_type_and_key()
    {
        var memo = new Memo(0);
        var text = memo.Keep("a", () => "first");

        Assert.Same(text, memo.Keep("a", () => "second"));
        Assert.Equal("other", memo.Keep("b", () => "other"));
        Assert.Equal([1], memo.Keep<int[]>("a", () => [1]));
        Assert.Equal("without a key", memo.Keep(null, () => "without a key"));
    }

    [Fact]
    public void Forgets_what_was_added_when_there_is_no_room_for_more_and_keeps_the_rest()
    {
        var memo = new Memo(100);
        memo.Keep("kept", () => "kept");
        memo.Add("a", "one", 60);
        memo.Add("b", "two", 40);
        Assert.Equal("one", memo.Find<string>("a"));

        memo.Add("c", "three", 1);
        Assert.Null(memo.Find<string>("a"));
        Assert.Null(memo.Find<string>("b"));
        Assert.Equal("three", memo.Find<string>("c"));
        Assert.Equal("kept", memo.Keep("kept", () => "made again"));

        // The room of removed values is free again.
        memo.Add("d", "four", 99);
        Assert.Equal("three", memo.Find<string>("c"));
    }

    [Fact]
    public void Does_not_remember_what_is_larger_than_all_its_room()
    {
        var memo = new Memo(100);
        memo.Add("a", "one", 10);
        memo.Add("b", "two", 101);

        Assert.Null(memo.Find<string>("b"));
        Assert.Equal("one", memo.Find<string>("a"));
    }
}
