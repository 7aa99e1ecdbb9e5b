using MongoDB.Bson;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Stores.Mongo;

/// <summary>
/// The server leaves members of a large tree out that are large themselves, and sends what they are instead: a list of
/// <see cref="BsonType.MaxKey"/>, which no writer stores there, the type and the number of items, keys or bytes.
/// </summary>
internal static class SmallMembers
{
    /// <summary>The size of a member that stays, in bytes of BSON.</summary>
    public const int MaxBytes = 1024;

    /// <summary>Levels of the tree whose members are looked at one by one.</summary>
    public const int Depth = 3;

    /// <summary>The value of the expression without its large members.</summary>
    public static BsonDocument Expression(BsonValue value) => Expression(value, Depth);

    /// <summary>The tree with the same marks as any other store gives; see <see cref="LargeValue"/>.</summary>
    public static SacredValue Read(SacredValue value, int depth = Depth) => value switch
    {
        SacredList { Items: [SacredTyped { TypeName: "bson.MaxKey" }, SacredText type, SacredInteger count] } =>
            type.Value switch
            {
                "array" => LargeValue.Of("list", (long)count.Value, "items"),
                "object" => LargeValue.Of(LargeValue.Dict, (long)count.Value, "keys"),
                "string" => LargeValue.Of("str", (long)count.Value, "characters"),
                var other => LargeValue.Of(other, (long)count.Value, "bytes"),
            },
        SacredObject members when depth > 0 => Read(members, depth),
        _ => value,
    };

    // Nearly always nothing was left out, and then the tree stays as it is.
    private static SacredObject Read(SacredObject tree, int depth)
    {
        KeyValuePair<string, SacredValue>[]? members = null;
        for (var i = 0; i < tree.Members.Count; i++)
        {
            var (key, value) = tree.Members[i];
            if (Read(value, depth - 1) is var read && !ReferenceEquals(read, value))
            {
                members ??= [.. tree.Members];
                members[i] = new(key, read);
            }
        }

        return members is null ? tree : new SacredObject(members);
    }

    private static BsonDocument Expression(BsonValue value, int depth)
    {
        BsonValue large = depth == 0 ? Mark : If(IsTree, Members(depth), Mark);
        return Let(value, If(Call("$lte", SizeOf("$$v"), MaxBytes), "$$v", large));
    }

    private static BsonDocument Members(int depth) => new("$arrayToObject", new BsonDocument("$map", new BsonDocument
    {
        ["input"] = new BsonDocument("$objectToArray", "$$v"),
        ["as"] = "m",
        ["in"] = new BsonDocument { ["k"] = "$$m.k", ["v"] = Expression("$$m.v", depth - 1) },
    }));

    private static BsonArray Mark => new()
    {
        new BsonDocument("$literal", BsonMaxKey.Value),
        new BsonDocument("$type", "$$v"),
        If(
            new BsonDocument("$isArray", "$$v"),
            new BsonDocument("$size", "$$v"),
            If(
                IsObject,
                new BsonDocument("$size", new BsonDocument("$objectToArray", "$$v")),
                If(IsType("string"), new BsonDocument("$strLenCP", "$$v"), SizeOf("$$v")))),
    };

    // An object with a tag of jsonpickle is one value.
    private static BsonDocument IsTree => If(
        IsObject,
        Call("$eq", new BsonDocument("$size", new BsonDocument("$filter", new BsonDocument
        {
            ["input"] = new BsonDocument("$objectToArray", "$$v"),
            ["cond"] = new BsonDocument("$regexMatch", new BsonDocument { ["input"] = "$$this.k", ["regex"] = "^py/" }),
        })), 0),
        false);

    private static BsonDocument IsObject => IsType("object");

    private static BsonDocument IsType(string type) => Call("$eq", new BsonDocument("$type", "$$v"), type);

    /// <summary>$bsonSize accepts only documents, so it measures one around the value, which may be of any type or missing.</summary>
    public static BsonDocument SizeOf(string variable) => new("$bsonSize", new BsonDocument("v", variable));

    public static BsonDocument Let(BsonValue value, BsonValue expression) => new("$let", new BsonDocument
    {
        ["vars"] = new BsonDocument("v", value),
        ["in"] = expression,
    });

    public static BsonDocument If(BsonValue condition, BsonValue then, BsonValue otherwise) => Call("$cond", condition, then, otherwise);

    public static BsonDocument Call(string operation, params BsonValue[] arguments) => new(operation, new BsonArray(arguments));
}
