using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Sacredboard.Data.Differences;
using Sacredboard.Data.Values;

namespace Sacredboard.Tests.Data.Differences;

public sealed class ConfigDifferenceTests
{
    [Property(MaxTest = 500, Arbitrary = [typeof(Configs)])]
    public void Applying_the_differences_gives_the_other_config(Tree before, Tree after)
    {
        var leaves = Leaves(before.Value);
        foreach (var (path, old, value) in ConfigDifference.Of(before.Value, after.Value))
        {
            var key = string.Join('.', path);
            Assert.Equal(Text(old), Text(Of(before.Value, path)));
            foreach (var under in leaves.Keys.Where(leaf => leaf == key || leaf.StartsWith(key + ".", StringComparison.Ordinal)).ToList())
            {
                leaves.Remove(under);
            }

            foreach (var (leaf, text) in value is null ? [] : Leaves(value, key))
            {
                leaves[leaf] = text;
            }
        }

        Assert.Equal(Leaves(after.Value).OrderBy(leaf => leaf.Key), leaves.OrderBy(leaf => leaf.Key));
        Assert.Empty(ConfigDifference.Of(before.Value, before.Value));
    }

    [Theory]
    [InlineData("""{"lr": 0.1, "seed": 1}""", """{"lr": 0.2, "seed": 1}""", "lr: 0.1 > 0.2")]
    [InlineData("""{"z": 1, "m": {"b": 1, "a": 2}}""", """{"z": 2, "m": {"a": 3, "b": 2}}""", "z: 1 > 2; m.b: 1 > 2; m.a: 2 > 3")]
    [InlineData("""{"a": 1, "c": 3}""", """{"a": 1, "b": 2, "c": 4, "d": 5}""", "b: - > 2; c: 3 > 4; d: - > 5")]
    [InlineData("""{"a": 1, "b": {"x": 1, "y": 2}}""", """{"a": 1}""", "b.x: 1 > -; b.y: 2 > -")]
    [InlineData("""{"a": {"x": 1}}""", """{"a": 5}""", """a: {"x":1} > 5""")]
    [InlineData("""{"a": 1, "b": [1, 2]}""", """{"b": [1, 2.0], "a": 1.0}""", "")]
    [InlineData("""{"a": null}""", "{}", "a: null > -")]
    [InlineData("""{"a": NaN}""", """{"a": NaN}""", "")]
    [InlineData("""{"a": {}}""", "{}", "a: {} > -")]
    [InlineData("""{"a": {}}""", """{"a": {"x": 1}}""", "a.x: - > 1")]
    [InlineData("5", "6", ": 5 > 6")]
    public void Names_each_key_in_stored_order(string before, string after, string found) =>
        Assert.Equal(found, string.Join("; ", ConfigDifference.Of(Parse(before), Parse(after))
            .Select(one => $"{string.Join('.', one.Path)}: {Text(one.Before)} > {Text(one.After)}")));

    [Fact]
    public void No_config_is_an_empty_one()
    {
        Assert.Empty(ConfigDifference.Of(null, null));
        Assert.Equal("a", Assert.Single(ConfigDifference.Of(null, Parse("""{"a": 1}"""))).Path[0]);
    }

    private static SacredValue Parse(string json) => JsonTree.ParseFirst(Encoding.UTF8.GetBytes(json));

    private static string Text(SacredValue? value) => value is null ? "-" : SacredJson.ToText(value);

    private static SacredValue? Of(SacredValue? value, IReadOnlyList<string> path) =>
        path.Aggregate(value, (at, key) => (at as SacredObject)?[key]);

    private static Dictionary<string, string> Leaves(SacredValue value, string path = "") =>
        value is SacredObject { Members: { Count: > 0 } members }
            ? members.SelectMany(member => Leaves(member.Value, path.Length == 0 ? member.Key : $"{path}.{member.Key}")).ToDictionary()
            : path.Length == 0 && value is SacredObject ? []
            : new() { [path] = Text(value) };

    public sealed record Tree(SacredValue Value)
    {
        public override string ToString() => Text(Value);
    }

    public static class Configs
    {
        public static Arbitrary<Tree> Trees() => Gen.OneOf(Objects(3), Gen.Constant<SacredValue>(SacredObject.Empty)).Select(value => new Tree(value)).ToArbitrary();

        private static Gen<SacredValue> Values(int depth) => depth == 0 ? Scalars() : Gen.OneOf(Scalars(), Objects(depth - 1));

        private static Gen<SacredValue> Scalars() =>
            Gen.Elements("1", "2", "0.5", "\"a\"", "true", "null", "[1, 2]", "[]").Select(Parse);

        private static Gen<SacredValue> Objects(int depth) =>
            from keys in Gen.Elements("a", "b", "c", "d").NonEmptyListOf()
            from values in Gen.ListOf(Values(depth), keys.Distinct().Count())
            select (SacredValue)new SacredObject([.. keys.Distinct().Zip(values, KeyValuePair.Create)]);
    }
}
