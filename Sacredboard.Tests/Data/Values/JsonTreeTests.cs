using System.Globalization;
using System.Numerics;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Sacredboard.Data.Values;
using Sacredboard.Data.Values.Python;

namespace Sacredboard.Tests.Data.Values;

public sealed class JsonTreeTests
{
    [Theory]
    [InlineData("null", "null")]
    [InlineData(" \t\r\n true ", "true")]
    [InlineData("[]", "[]")]
    [InlineData("{}", "{}")]
    [InlineData("[1,[2,{\"a\":[]}],\"x\"]", "[1,[2,{\"a\":[]}],\"x\"]")]
    [InlineData("NaN", "\"NaN\"")]
    [InlineData("[Infinity,-Infinity]", "[\"Infinity\",\"-Infinity\"]")]
    [InlineData("1e400", "\"Infinity\"")]
    [InlineData("-1e400", "\"-Infinity\"")]
    [InlineData("-0", "0")]
    [InlineData("-0.0", "-0.0")]
    [InlineData("1E5", "100000.0")]
    [InlineData("1.0", "1.0")]
    [InlineData("1e-300", "1E-300")]
    [InlineData("0.30000000000000004", "0.30000000000000004")]
    [InlineData("9007199254740993", "9007199254740993")]
    [InlineData("-9223372036854775808", "-9223372036854775808")]
    [InlineData("1180591620717411303424", "1180591620717411303424")]
    [InlineData("\"\\u00e4\\n\\/\\\\\\\"\"", "\"\\u00E4\\n/\\\\\\u0022\"")]
    [InlineData("\"\\ud83d\\ude80\"", "\"\\uD83D\\uDE80\"")]
    [InlineData("{\"a\":1,\"b\":2,\"a\":3}", "{\"a\":3,\"b\":2}")]
    [InlineData("{\"\":1,\" \":2,\"a.b\":3,\"$x\":4}", "{\"\":1,\" \":2,\"a.b\":3,\"$x\":4}")]
    public void What_python_writes_is_read(string json, string standard) =>
        Assert.Equal(standard, SacredJson.ToText(Parse(json).Root));

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("  \n", "is empty")]
    [InlineData("{", "is cut off at byte 1")]
    [InlineData("[1,", "is cut off at byte 3")]
    [InlineData("{\"a\"", "is cut off at byte 4")]
    [InlineData("{\"a\":", "is cut off at byte 5")]
    [InlineData("\"abc", "is cut off at byte 4")]
    [InlineData("\"abc\\", "is cut off at byte 5")]
    [InlineData("tru", "is cut off at byte 3")]
    [InlineData("-", "is cut off at byte 1")]
    [InlineData("-Inf", "is cut off at byte 4")]
    [InlineData("1.", "is cut off at byte 2")]
    [InlineData("[1]]", "has more text after its end at byte 3")]
    [InlineData("{} x", "has more text after its end at byte 3")]
    [InlineData("1 2", "has more text after its end at byte 2")]
    [InlineData("[1 2]", "is not JSON at byte 3")]
    [InlineData("[1,]", "is not JSON at byte 3")]
    [InlineData("{\"a\":1,}", "is not JSON at byte 7")]
    [InlineData("{a:1}", "is not JSON at byte 1")]
    [InlineData("{\"a\" 1}", "is not JSON at byte 5")]
    [InlineData("[}", "is not JSON at byte 1")]
    [InlineData("{]", "is not JSON at byte 1")]
    [InlineData("nul!", "is not JSON at byte 0")]
    [InlineData("'a'", "is not JSON at byte 0")]
    [InlineData("<html>", "is not JSON at byte 0")]
    [InlineData("01", "is not JSON at byte 2")]
    [InlineData("+1", "is not JSON at byte 0")]
    [InlineData(".5", "is not JSON at byte 0")]
    [InlineData("1.e5", "is not JSON at byte 2")]
    [InlineData("[\"\\x41\"]", "has an unknown escape in the text at byte 1")]
    [InlineData("\"\\u12\"", "has an incomplete escape in the text at byte 0")]
    [InlineData("\"\\u 123\"", "has an incomplete escape in the text at byte 0")]
    public void What_is_not_json_is_said_with_its_place(string json, string message)
    {
        Assert.Equal(message, Assert.Throws<JsonFormatException>(() => Parse(json)).Message);

        // Also in what is left out.
        var around = $"{{\"a\": {json}, \"b\": 1}}";
        Assert.Equal(
            Assert.Throws<JsonFormatException>(() => Parse(around)).Message,
            Assert.Throws<JsonFormatException>(() => ParseMembers(around, "b")).Message);
    }

    [Theory]
    [InlineData("""{"a": {"b": [1, {"s": 2}]}, "s": 5, "t": [{"a": 1}], "s": {}, "\u0073\n": 7, "u": "}"}""", """{"s":{},"t":[{"a":1}]}""")]
    [InlineData("{}", "{}")]
    [InlineData("""{"a": null, "b": [[], {}, ""], "c": "\"s\": 1"}""", "{}")]
    [InlineData("""[{"s": 1}]""", """[{"s":1}]""")]
    [InlineData("5", "5")]
    public void Of_an_object_some_members_can_be_read(string json, string expected) =>
        Assert.Equal(expected, SacredJson.ToText(ParseMembers(json, "s", "t").Root));

    [Theory]
    [InlineData(JsonTree.MaxDepth - 1, false)]
    [InlineData(JsonTree.MaxDepth, true)]
    [InlineData(1_000_000, true)]
    public void What_is_left_out_may_be_nested_too_deeply(int depth, bool cut)
    {
        var json = $"{{\"a\":{new string('[', depth)}{new string(']', depth)},\"s\":1}}";

        Assert.Equal(cut, Parse(json).Cut);
        Assert.Equal(cut, ParseMembers(json, "s").Cut);
        Assert.Equal("""{"s":1}""", SacredJson.ToText(ParseMembers(json, "s").Root));
    }

    [Fact]
    public void Lone_surrogates_stay_in_values_and_keys()
    {
        var root = Assert.IsType<SacredObject>(Parse("""{"\ud800x": "a\udfff"}""").Root);

        Assert.Equal("\ud800x", root.Members[0].Key);
        Assert.Equal("a\udfff", Assert.IsType<SacredText>(root.Members[0].Value).Value);
        Assert.Equal("""{"\uFFFDx":"a\uFFFD"}""", SacredJson.ToText(root));
    }

    [Fact]
    public void Bytes_that_are_not_utf8_become_replacement_characters() =>
        Assert.Equal("a\uFFFDb", Assert.IsType<SacredText>(JsonTree.Parse([.. "\"a"u8, 0xFF, .. "b\""u8]).Root).Value);

    [Fact]
    public void A_byte_order_mark_is_passed_over_and_utf16_is_refused()
    {
        Assert.Equal("[]", SacredJson.ToText(JsonTree.Parse([0xEF, 0xBB, 0xBF, .. "[]"u8]).Root));
        Assert.Equal(
            "is UTF-16, not UTF-8",
            Assert.Throws<JsonFormatException>(() => JsonTree.Parse(Encoding.Unicode.GetPreamble())).Message);
    }

    [Fact]
    public void Whole_numbers_keep_their_digits_up_to_a_limit_and_then_their_text()
    {
        var largest = new string('9', JsonScalars.MaxIntegerDigits);

        Assert.Equal(BigInteger.Pow(10, JsonScalars.MaxIntegerDigits) - 1, Assert.IsType<SacredInteger>(Parse(largest).Root).Value);
        var typed = Assert.IsType<SacredTyped>(Parse("1" + largest).Root);
        Assert.Equal("1" + largest, Assert.IsType<SacredText>(typed.Raw).Value);
        Assert.Equal(double.PositiveInfinity, Assert.IsType<SacredDouble>(typed.Value).Value);
    }

    [Theory]
    [InlineData(JsonTree.MaxDepth, false)]
    [InlineData(JsonTree.MaxDepth + 1, true)]
    [InlineData(20_000, true)]
    [InlineData(1_000_000, true)]
    public void Values_nested_too_deeply_are_cut_so_that_the_stack_is_enough_for_the_rest(int depth, bool cut)
    {
        var json = string.Concat(Enumerable.Repeat("""{"py/tuple":[""", depth / 2)) + string.Concat(Enumerable.Repeat("]}", depth / 2));
        json = depth % 2 == 1 ? $"[{json}]" : json;

        var tree = Parse(json);

        Assert.Equal(cut, tree.Cut);
        var written = "";
        // The smallest stack of any thread of the application.
        var thread = new Thread(() => written = SacredJson.ToText(Jsonpickle.Decode(tree.Root), decoded: true), 1024 * 1024);
        thread.Start();
        thread.Join();
        Assert.NotEmpty(written);
    }

    [Property]
    public bool Numbers_are_read_to_the_last_bit(double number, int whole, byte digits)
    {
        string[] texts = [
            number.ToString("R", CultureInfo.InvariantCulture),
            $"{whole}.{new string('0', digits % 30)}{digits}",
            $"{whole}"];
        return texts.All(text =>
            double.IsNaN(number) || !double.IsFinite(number) || Number(text).Equals(double.Parse(text, CultureInfo.InvariantCulture)));

        static double Number(string text)
        {
            var json = new JsonTokenizer(Encoding.UTF8.GetBytes(text));
            json.Read();
            return json.Number();
        }
    }

    [Theory]
    [InlineData("[1,[2,\"]\",\"\\\"]\"],{\"a\":[{}]}]")]
    [InlineData("{\"a\":[1,{\"}\":2}]}")]
    public void What_is_passed_over_ends_where_it_ends(string json)
    {
        var tokens = new JsonTokenizer(Encoding.UTF8.GetBytes($"[{json},7]"));
        tokens.Read();
        tokens.Read();

        tokens.Skip();

        Assert.True(tokens.Token is JsonToken.ObjectEnd or JsonToken.ListEnd);
        Assert.Equal(1, tokens.Depth);
        Assert.True(tokens.Read());
        Assert.Equal(7, tokens.Number());
    }

    [Property]
    public bool Random_bytes_are_read_or_refused_but_nothing_else_happens(byte[] bytes)
    {
        try
        {
            return JsonTree.Parse(bytes).Root is not null;
        }
        catch (JsonFormatException)
        {
            return true;
        }
    }

    [Property]
    public Property Almost_json_is_read_or_refused() => Prop.ForAll(
        Gen.Elements("{", "}", "[", "]", ",", ":", "\"", "\\", "\\u", "d8", "0", "-", "1.5", "e", "+", "true", "null", "NaN", "Infinity",
            " ", "a", "é")
            .ArrayOf().ToArbitrary(),
        pieces => Random_bytes_are_read_or_refused_but_nothing_else_happens(Encoding.UTF8.GetBytes(string.Concat(pieces))));

    [Property]
    public Property What_was_written_is_read_back() => Prop.ForAll(Values().ToArbitrary(), value =>
        SacredJson.ToText(JsonTree.Parse(Encoding.UTF8.GetBytes(SacredJson.ToText(value))).Root) == SacredJson.ToText(value));

    private static Gen<SacredValue> Values() => Gen.Sized(size => Values(Math.Min(size, 20)));

    private static Gen<SacredValue> Values(int size)
    {
        var text = ArbMap.Default.GeneratorFor<string>().Where(text => text is not null);
        var leaf = Gen.OneOf(
            Gen.Constant<SacredValue>(SacredNull.Value),
            ArbMap.Default.GeneratorFor<bool>().Select(value => (SacredValue)SacredBoolean.Of(value)),
            ArbMap.Default.GeneratorFor<BigInteger>().Select(value => (SacredValue)new SacredInteger(value)),
            ArbMap.Default.GeneratorFor<double>().Select(value => (SacredValue)new SacredDouble(value)),
            text.Select(value => (SacredValue)new SacredText(value)));
        if (size == 0)
        {
            return leaf;
        }

        var inner = Values(size / 3);
        return Gen.OneOf(
            leaf,
            inner.ArrayOf(3).Select(items => (SacredValue)new SacredList(items)),
            text.Zip(inner).ArrayOf(3).Select(members => (SacredValue)new SacredObject(
                [.. members.DistinctBy(member => member.Item1)
                    .Select(member => new KeyValuePair<string, SacredValue>(member.Item1, member.Item2))])));
    }

    private static JsonTree Parse(string json) => JsonTree.Parse(Encoding.UTF8.GetBytes(json));

    private static JsonTree ParseMembers(string json, params string[] members) =>
        JsonTree.ParseMembers(Encoding.UTF8.GetBytes(json), members.Contains);
}
