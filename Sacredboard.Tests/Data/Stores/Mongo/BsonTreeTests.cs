using FsCheck.Xunit;
using MongoDB.Bson;
using Sacredboard.Data.Stores.Mongo;
using Sacredboard.Data.Values;

namespace Sacredboard.Tests.Data.Stores.Mongo;

public sealed class BsonTreeTests
{
    private static readonly byte[] Sample = new BsonDocument
    {
        ["a"] = new BsonDocument { ["b"] = new BsonArray { 1, 2L, 0.5, "text", BsonNull.Value, true } },
        ["oid"] = ObjectId.Empty,
        ["date"] = new BsonDateTime(0),
        ["decimal"] = new BsonDecimal128(1.5m),
        ["regex"] = new BsonRegularExpression("a", "i"),
        ["binary"] = new BsonBinaryData([1, 2, 3]),
        ["code"] = new BsonJavaScriptWithScope("f()", new BsonDocument("x", 1)),
    }.ToBson();

    [Fact]
    public void Keys_and_values_keep_their_order_and_any_key_is_taken()
    {
        var document = new BsonDocument { { "", 1 }, { "a.b", 2 }, { "$gt", 3 }, { "\u00e9", 4 } };
        var tree = BsonTree.ReadObject(document.ToBson());

        Assert.Equal(["", "a.b", "$gt", "\u00e9"], tree.Members.Select(member => member.Key));
    }

    [Fact]
    public void Of_a_key_that_is_stored_twice_the_last_value_counts()
    {
        var document = new BsonDocument(allowDuplicateNames: true) { { "a", 1 }, { "a", 2 } };
        var tree = BsonTree.ReadObject(document.ToBson());

        Assert.Equal(2, (int)Assert.IsType<SacredInteger>(tree["a"]).Value);
        Assert.Equal(2, tree.Members.Count);
    }

    [Fact]
    public void Dates_that_NET_cannot_say_are_kept_as_they_are()
    {
        var tree = BsonTree.ReadObject(new BsonDocument
        {
            ["late"] = new BsonDateTime(long.MaxValue),
            ["early"] = new BsonDateTime(-62135596800000)
        }.ToBson());

        Assert.Equal("bson.DateTime", Assert.IsType<SacredTyped>(tree["late"]).TypeName);
        Assert.Equal(DateTime.MinValue, Assert.IsType<SacredDate>(tree["early"]).Value);
    }

    [Fact]
    public void Names_that_share_a_slot_are_not_mixed_up()
    {
        var names = Enumerable.Range(0, 20_000).Select(i => $"key{i}").ToList();

        Assert.All(names.Concat(names), name => Assert.Equal(name, BsonNames.Get(System.Text.Encoding.UTF8.GetBytes(name))));
    }

    [Property(MaxTest = 2000)]
    public void Damaged_bytes_are_an_error_and_nothing_worse(int place, byte value)
    {
        var damaged = (byte[])Sample.Clone();
        damaged[(int)((uint)place % damaged.Length)] = value;

        // Reading documents reports these exceptions as "unreadable"; any other would escape.
        var exception = Record.Exception(() => BsonTree.ReadObject(damaged));

        Assert.True(
            exception is null or FormatException or IndexOutOfRangeException or ArgumentOutOfRangeException or BsonException or IOException,
            exception?.ToString());
    }
}
