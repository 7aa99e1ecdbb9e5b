using System.Collections;
using System.Reflection;
using FsCheck;
using FsCheck.Xunit;
using Sacredboard.Web.Table;

namespace Sacredboard.Tests.Web.Table;

/// <summary>Reading the address that was written for a state gives the same state.</summary>
public sealed class TableUrlPropertyTests
{
    [Property(MaxTest = 1000, Arbitrary = [typeof(TableStates)])]
    public void What_is_written_is_read_back(TableState state)
    {
        var url = TableUrl.Write("/lab/runs", state);

        var reading = TableUrl.Read(url["/lab/runs".Length..]);

        Assert.True(reading.Problems.Count == 0, $"{url}: {string.Join("; ", reading.Problems)}");
        Assert.Equal(Describe(state), Describe(reading.State));
        Assert.Equal(url, TableUrl.Write("/lab/runs", reading.State));
    }

    [Property(MaxTest = 1000, Arbitrary = [typeof(TableStates)])]
    public void Whatever_is_read_can_be_written_and_read_again(NonEmptyString address)
    {
        var state = TableUrl.Read(address.Get).State;

        var again = TableUrl.Read(TableUrl.Write("", state));

        Assert.Empty(again.Problems);
        Assert.Equal(Describe(state), Describe(again.State));
    }

    [Fact]
    public void Every_property_of_a_state_is_tried() =>
        Assert.Equal(TableStates.Properties.Order(), Settable.Select(property => property.Name).Order());

    [Fact]
    public void What_is_as_by_default_is_left_out() => Assert.Equal("/lab/runs", TableUrl.Write("/lab/runs", new TableState()));

    private static IEnumerable<PropertyInfo> Settable => typeof(TableState).GetProperties().Where(property => property.CanWrite);

    private static string Describe(TableState state) =>
        string.Join('\n', Settable.Select(property => $"{property.Name}: {Text(property.GetValue(state))}"));

    private static string Text(object? value) => value switch
    {
        null => "null",
        string text => text,
        Sacredboard.Data.Queries.Grouping.RunGrouping grouping => $"{grouping} without {grouping.Seeds}",
        IEnumerable items => "[" + string.Join(" | ", items.Cast<object?>().Select(Text)) + "]",
        _ => value.ToString()!,
    };
}
