using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries.Grouping;
using Sacredboard.Web.Table;

namespace Sacredboard.Tests.Web.Table;

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
    [InlineData("", "by:-count", "-count")]
    [InlineData("-count", "by:-count", "count")]
    [InlineData("count", "by:-count", "")]
    [InlineData("-count", "then:std:result", "-count,std:result")]
    [InlineData("-count,std:result", "then:mean:result", "-count,std:result,mean:result")]
    [InlineData("-count,std:result", "then:-count", "count,std:result")]
    [InlineData("std:result,-count", "turn:count", "std:result,count")]
    [InlineData("std:result,-count", "sooner:count", "-count,std:result")]
    [InlineData("std:result,-std:a,lr", "drop:std:a", "std:result,lr")]
    [InlineData("config.count", "then:-count", "config.count,-count")]
    public void An_order_of_groups_takes_the_same_steps(string from, string step, string to)
    {
        Assert.True(GroupSort.TryParse(from, out var sort, out _));
        Assert.Equal(to, GroupSort.ToText(SortStep.Apply(step, sort)!));
    }

    [Theory]
    [InlineData("")]
    [InlineData("by:a,b")]
    [InlineData("lr")]
    [InlineData("by:")]
    [InlineData("by:a..b")]
    [InlineData("sideways:lr")]
    public void What_is_no_step_is_none(string step) => Assert.Null(SortStep.Apply<RunSort>(step, []));
}
