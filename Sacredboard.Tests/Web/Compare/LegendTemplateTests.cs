using Sacredboard.Data.Fields;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Values;
using Sacredboard.Web.Compare;

namespace Sacredboard.Tests.Web.Compare;

public sealed class LegendTemplateTests
{
    [Theory]
    [InlineData("{id} lr={lr}", "7 lr=0.1")]
    [InlineData("{id}", "7")]
    [InlineData("run {experiment} of {config.lr}!", "run digits of 0.1!")]
    [InlineData("{nothing}", "–")]
    [InlineData("{a..b} {", "{a..b} {")]
    [InlineData("{}", "{}")]
    [InlineData("{{id}}", "{7}")]
    [InlineData("", "")]
    public void Fields_in_braces_become_values(string template, string name) =>
        Assert.Equal(name, LegendTemplate.Parse(template).NameOf(RunId.Of(7), field => field.ToString() switch
        {
            "lr" => new SacredDouble(0.1),
            "experiment" => new SacredText("digits"),
            _ => null,
        }));

    [Fact]
    public void By_default_it_names_what_differs()
    {
        var fields = new[] { RunField.Config("optimizer", "lr"), RunField.Config("a b"), RunField.Config("{x"), RunField.Config("d") };
        Assert.Equal("{id} lr={optimizer.lr} a b={\"a b\"} x={\"{x\"}", LegendTemplate.Of(fields).Text);
        Assert.Equal("{id}", LegendTemplate.Of([]).Text);
    }
}
