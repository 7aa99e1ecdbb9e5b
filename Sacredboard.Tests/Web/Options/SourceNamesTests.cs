using Sacredboard.Web.Options;

namespace Sacredboard.Tests.Web.Options;

public sealed class SourceNamesTests
{
    [Theory]
    [InlineData("sacred", "sacred")]
    [InlineData("My Runs/2024", "My-Runs-2024")]
    [InlineData("_private_", "private")]
    [InlineData("läufe", "l-ufe")]
    [InlineData("日本", "runs")]
    [InlineData("", "runs")]
    [InlineData("API", "API-2")]
    public void A_name_is_one_plain_segment_of_a_URL(string text, string name)
    {
        var made = new SourceNames().Make(text);

        Assert.Equal(name, made);
        Assert.True(SourceNames.IsName(made));
    }

    [Fact]
    public void No_two_sources_have_one_name()
    {
        var names = new SourceNames();

        Assert.Equal(["sacred", "Sacred-2", "sacred-3"], [names.Make("sacred"), names.Make("Sacred"), names.Make("sacred")]);
    }
}
