using Sacredboard.Data.Runs;

namespace Sacredboard.Tests.Data.Runs;

public sealed class RunIdTests
{
    public static TheoryData<RunId, bool, string> Segments => new()
    {
        { RunId.Null, false, "~n" },
        { RunId.Of(42), false, "42" },
        { RunId.Of(42), true, "~i42" },
        { RunId.Of(42.0), false, "42" },
        { RunId.Of(-3), false, "-3" },
        { RunId.Of(2.5), false, "~r2.5" },
        { RunId.Of("42"), false, "~t42" },
        { RunId.Of("42"), true, "42" },
        { RunId.Of("007"), false, "007" },
        { RunId.Of("../../etc"), false, "~2E.~2F..~2Fetc" },
        { RunId.Of("2026-11-23/a b%2F?x=1#frag"), false, "2026-11-23~2Fa~20b~252F~3Fx~3D1~23frag" },
        { RunId.Of("~n"), false, "~7En" },
        { RunId.Of(""), false, "~" },
        { RunId.Of("üñï-🚀"), false, "~C3~BC~C3~B1~C3~AF-~F0~9F~9A~80" },
        { RunId.OfObjectId("5f0c2d9a1b2c3d4e5f607182"), false, "~o5f0c2d9a1b2c3d4e5f607182" },
        { RunId.OfUuid(Guid.Parse("00112233-4455-6677-8899-aabbccddeeff")), false, "~u00112233-4455-6677-8899-aabbccddeeff" },
        { RunId.OfOther("{\"a\": 1}"), false, "~j~7B~22a~22~3A~201~7D" },
    };

    [Theory]
    [MemberData(nameof(Segments))]
    public void An_id_is_one_url_segment_and_back(RunId id, bool idsAreText, string segment)
    {
        Assert.Equal(segment, id.ToSegment(idsAreText));
        Assert.True(RunId.TryParse(segment, idsAreText, out var parsed));
        Assert.Equal(id, parsed);
    }

    [Theory]
    [InlineData("~z")]
    [InlineData("a~2")]
    [InlineData("~FF")]
    [InlineData("~o123")]
    public void What_no_id_is_written_as_is_no_id(string segment)
    {
        Assert.False(RunId.TryParse(segment, false, out _));
    }
}
