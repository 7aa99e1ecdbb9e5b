using Sacredboard.Data.Runs;
using Sacredboard.Data.Sources;
using Sacredboard.Data.Sources.Joining;
using Sacredboard.Data.Stores;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Sources;

public sealed class JoinedMemberTests
{
    public static TheoryData<RunId, bool, string> Names => new()
    {
        { RunId.Of("8m/qmix/1"), true, "lab:8m/qmix/1" },
        { RunId.Of("a:b ü"), true, "lab:a:b ü" },
        { RunId.Of("42"), true, "lab:42" },
        { RunId.Of("42"), false, "lab:~t42" },
        { RunId.Of(42), false, "lab:42" },
        { RunId.Of(42), true, "lab:~i42" },
        { RunId.Of(2.5), false, "lab:~r2.5" },
        { RunId.Of("a~2Fb"), true, "lab:a~2Fb" },
        { RunId.Of("~2Fb"), true, "lab:~7E2Fb" },
        { RunId.Of("~n"), false, "lab:~7En" },
        { RunId.Of(""), true, "lab:" },
        { RunId.Null, true, "lab:~n" },
        { RunId.OfObjectId("5f0c2d9a1b2c3d4e5f607182"), false, "lab:~o5f0c2d9a1b2c3d4e5f607182" },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_id_among_all_is_one_that_people_read_and_leads_back(RunId own, bool idsAreText, string joined)
    {
        await using var source = Open(idsAreText);
        var member = new JoinedMember("lab", source, () => { });

        Assert.Equal(RunId.Of(joined), member.Join(own));
        Assert.Equal(own, JoinedMember.Split([member], member.Join(own))?.Own);
    }

    [Fact]
    public async Task What_names_no_member_or_no_run_is_none()
    {
        await using var source = Open(idsAreText: false);
        var member = new JoinedMember("lab", source, () => { });

        Assert.Null(JoinedMember.Split([member], RunId.Of("other:1")));
        Assert.Null(JoinedMember.Split([member], RunId.Of("lab")));
        Assert.Null(JoinedMember.Split([member], RunId.Of("lab:~z")));
        Assert.Null(JoinedMember.Split([member], RunId.Of(1)));
    }

    private static RunSource Open(bool idsAreText) => new(
        new MemoryRunStore { Info = new RunStoreInfo("memory", new("a test")) { IdsAreText = idsAreText } },
        new RunSourceOptions(),
        new StoreContext(TimeProvider.System, 1 << 20));
}
