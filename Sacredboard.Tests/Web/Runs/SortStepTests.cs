using Sacredboard.Data.Querying;
using Sacredboard.Web.Models.Runs;

namespace Sacredboard.Tests.Web.Runs;

public sealed class SortStepTests
{
    [Theory]
    [InlineData("", "by:lr", "lr")]
    [InlineData("lr", "by:lr", "-lr")]
    [InlineData("-lr", "by:lr", "")]
    [InlineData("-lr,host", "by:lr", "")]
    [InlineData("host,lr", "by:lr", "lr")]
    [InlineData("", "then:lr", "lr")]
    [InlineData("host", "then:lr", "host,lr")]
    [InlineData("host,lr,id", "then:lr", "host,-lr,id")]
    [InlineData("host,-lr,id", "then:lr", "host,id")]
    [InlineData("a,b,c,d,e,f,g,h", "then:lr", "a,b,c,d,e,f,g,lr")]
    [InlineData("host,lr", "turn:lr", "host,-lr")]
    [InlineData("host,-lr", "turn:lr", "host,lr")]
    [InlineData("host,lr,id", "drop:lr", "host,id")]
    [InlineData("host", "drop:lr", "host")]
    [InlineData("host,-lr,id", "sooner:lr", "-lr,host,id")]
    [InlineData("lr,host", "sooner:lr", "lr,host")]
    [InlineData("", "by:optimizer.\"a:b, c\"", "optimizer.\"a:b, c\"")]
    public void A_step_leads_from_one_order_to_the_next(string from, string step, string to)
    {
        Assert.True(FieldList.TryParseSort(from, out var sort, out _));
        Assert.Equal(to, FieldList.ToText(SortStep.Apply(step, sort)!));
    }

    [Theory]
    [InlineData("")]
    [InlineData("lr")]
    [InlineData("by:")]
    [InlineData("by:a..b")]
    [InlineData("sideways:lr")]
    public void What_is_no_step_is_none(string step) => Assert.Null(SortStep.Apply(step, []));
}
