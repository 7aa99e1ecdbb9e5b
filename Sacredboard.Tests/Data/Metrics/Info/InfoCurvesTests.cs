using System.Text;
using Sacredboard.Data.Metrics.Info;
using Sacredboard.Data.Values;

namespace Sacredboard.Tests.Data.Metrics.Info;

public sealed class InfoCurvesTests
{
    [Theory]
    // Two numbers make a line.
    [InlineData("""{"a": [1, 2]}""", "info:a")]
    [InlineData("""{"a": [1], "b": [], "c": ["1", "2"], "d": [null, true, 1], "e": [[1, 2], [3, 4]], "f": 1}""", "")]
    [InlineData("""{"a": [NaN, Infinity]}""", "info:a")]
    // Wherever it is in the tree.
    [InlineData("""{"b": {"": {"a.c": [1, 2]}}, "a": [1, 2]}""", "info:a info:b..a.c")]
    [InlineData("""[1, 2]""", "")]
    // What holds steps is no curve, unless it is too long or too short for that.
    [InlineData("""{"a": [1, 2], "a_T": [10, 20]}""", "info:a")]
    [InlineData("""{"a": [1, 2], "a_t": [1, 2], "b": [1, 2], "b_step": [1, 2]}""", "info:a info:b")]
    [InlineData("""{"a": [1, 2], "a_steps": [1, 2, 3], "b": [1, 2, 3], "b_T": [1, 2]}""", "info:a info:b")]
    [InlineData("""{"a": [1, 2], "a_x": [1, 2, 3, 4]}""", "info:a info:a_x")]
    [InlineData("""{"a": [1, 2], "a_x": [1, 2], "a_T": [1, 2]}""", "info:a info:a_x")]
    [InlineData("""{"a_T": [1, 2]}""", "info:a_T")]
    // A PIN is a secret, digit by digit too.
    [InlineData("""{"password": [1, 2], "tokens": [1, 2], "db": {"secret": {"a": [1, 2]}}}""", "info:tokens")]
    public void Lists_of_numbers_are_curves(string info, string expected)
    {
        var curves = Of(info);
        Assert.Equal(expected, string.Join(' ', curves.Names));
        Assert.Equal(expected, string.Join(' ', curves.List().Select(metric => metric.Name)));
        Assert.All(curves.List(), metric => Assert.Equal(metric.Count, curves.Find(metric.Name)!.Count));
    }

    [Fact]
    public void Steps_are_taken_from_the_list_beside_it()
    {
        var curves = Of("""{"a": [1, "x", 3.5], "a_T": [10, {"dtype": "int64", "py/object": "numpy.int64", "value": 20}]}""");
        var series = curves.Find("info:a")!;
        Assert.Equal([10, 20], series.Steps);
        Assert.Equal([1, double.NaN], series.Values);
        Assert.Equal([1], series.NotNumbers);
        var metric = Assert.Single(curves.List());
        Assert.Equal(20, ((SacredInteger)metric.LastStep!).Value);
        Assert.Equal((2, 1, 1), (metric.Count, metric.Finite, metric.NotNumbers));
    }

    [Theory]
    [InlineData("a", "info:a.b", true)]
    [InlineData("a.b_T", "info:a.b", true)]
    [InlineData("b_steps", "info:a.b", true)]
    [InlineData("c", "info:a.b", false)]
    [InlineData("a.b.c", "info:a.b", false)]
    [InlineData("a", "loss", false)]
    public void Keys_may_lead_to_a_curve(string key, string name, bool expected) => Assert.Equal(expected, InfoCurves.MayLead(key, name));

    private static InfoCurves Of(string json) => InfoCurves.Of(JsonTree.Parse(Encoding.UTF8.GetBytes(json)).Root);
}
