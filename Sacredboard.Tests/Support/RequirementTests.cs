namespace Sacredboard.Tests.Support;

public sealed class RequirementTests
{
    [Theory]
    [InlineData("browser", true)]
    [InlineData("mongo, browser", true)]
    [InlineData("Browser", true)]
    [InlineData("mongo", false)]
    [InlineData("browsers", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_kind_is_required_when_the_list_names_it(string? required, bool expected) =>
        Assert.Equal(expected, Requirement.IsRequired(Requirement.Browser, required));
}
