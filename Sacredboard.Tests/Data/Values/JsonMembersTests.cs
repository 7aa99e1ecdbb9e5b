using System.Text;
using Sacredboard.Data.Values;

namespace Sacredboard.Tests.Data.Values;

public sealed class JsonMembersTests
{
    [Theory]
    [InlineData("{}", "")]
    [InlineData(" { } \n", "")]
    [InlineData(
        """{"a": [1, {"b": "]}"}], "c\n": NaN, "": "x\"\\" , "d":{"e":[]} }""",
        """a=[1, {"b": "]}"}]|c\n=NaN|="x\"\\"|d={"e":[]}""")]
    [InlineData("""{"a":-Infinity,"a":null}""", "a=-Infinity|a=null")]
    public async Task Members_are_read_however_the_text_is_cut(string json, string expected)
    {
        for (var piece = 1; piece < 9; piece++)
        {
            using var members = new JsonMembers(new Pieces(json, piece));
            var found = new List<string>();
            while (await members.NextAsync(TestContext.Current.CancellationToken) is { } name)
            {
                var value = await members.ValueAsync(TestContext.Current.CancellationToken);
                found.Add($"{name.Replace("\n", "\\n")}={Encoding.UTF8.GetString(value.Span)}");
            }

            Assert.Equal(expected, string.Join('|', found));
        }
    }

    [Fact]
    public async Task Skipped_members_are_not_held()
    {
        var json = $$"""{"long": ["{{new string('x', 3_000_000)}}"], "text": "{{new string('y', 1_000_000)}}", "last": 1}""";
        using var members = new JsonMembers(new Pieces(json, 10_000));
        var names = new List<string>();
        while (await members.NextAsync(TestContext.Current.CancellationToken) is { } name)
        {
            names.Add(name);
            await members.SkipAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal(["long", "text", "last"], names);
        Assert.Equal(JsonMembers.Piece, members.Held);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[1]")]
    [InlineData("{\"a\": [1, 2")]
    [InlineData("{\"a\": [1], ")]
    [InlineData("{\"a\" [1]}")]
    [InlineData("{\"a\": 1 \"b\": 2}")]
    [InlineData("{a: 1}")]
    [InlineData("{\"a\": \"x\\\"")]
    [InlineData("{} {}")]
    public async Task What_is_no_whole_object_is_refused(string json)
    {
        foreach (var skip in (bool[])[false, true])
        {
            using var members = new JsonMembers(new Pieces(json, 3));
            await Assert.ThrowsAsync<JsonFormatException>(async () =>
            {
                while (await members.NextAsync(TestContext.Current.CancellationToken) is not null)
                {
                    if (skip)
                    {
                        await members.SkipAsync(TestContext.Current.CancellationToken);
                    }
                    else
                    {
                        await members.ValueAsync(TestContext.Current.CancellationToken);
                    }
                }
            });
        }
    }

    /// <summary>A text of which each reading gets a few bytes.</summary>
    private sealed class Pieces(string text, int most) : MemoryStream(Encoding.UTF8.GetBytes(text))
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(most, buffer.Length)], cancellationToken);
    }
}
