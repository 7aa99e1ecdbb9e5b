using System.Collections;
using System.Reflection;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Sacredboard.Data.Metrics.Drawing;
using Sacredboard.Web.RunAddress;

namespace Sacredboard.Tests.Web.RunAddress;

/// <summary>Reading the parameters that were written for settings of charts gives the same settings.</summary>
public sealed class ChartParametersTests
{
    private static IEnumerable<PropertyInfo> Settable => typeof(ChartSettings).GetProperties().Where(property => property.CanWrite);

    [Property(MaxTest = 1000, Arbitrary = [typeof(AnySettings)])]
    public void What_is_written_is_read_back(ChartSettings settings)
    {
        var query = new RunPageState { Charts = settings }.Query;

        var again = RunPageState.Read(new QueryCollection(QueryHelpers.ParseQuery(query)));

        Assert.Equal(Describe(settings), Describe(again.Charts));
        Assert.Equal(query, again.Query);
    }

    [Fact]
    public void Every_setting_can_differ_from_the_default()
    {
        var sample = AnySettings.Settings().Generator.Sample(500);
        Assert.All(Settable, property =>
            Assert.Contains(sample, settings => Text(property.GetValue(settings)) != Text(property.GetValue(new ChartSettings()))));
    }

    private static string Describe(ChartSettings settings) =>
        string.Join('\n', Settable.Select(property => $"{property.Name}: {Text(property.GetValue(settings))}"));

    private static string Text(object? value) => value switch
    {
        null => "null",
        string text => text,
        IEnumerable items => string.Join(" | ", items.Cast<object>()),
        _ => value.ToString()!,
    };

    private static class AnySettings
    {
        private static readonly string[] Names = ["loss", "training.loss", "a:b", "x:1:2", "ü & co", "%+#?=", "*", "metric:x"];

        private static Gen<ChartWindow> Window =>
            from name in Gen.Elements(Names)
            from a in Gen.Choose(-1_000_000, 1_000_000)
            from size in Gen.Choose(1, 1_000_000)
            from unit in Gen.Elements(1e-9, 0.1, 1, 1e9)
            select new ChartWindow(name, a * unit, (a + size) * unit);

        private static Gen<IReadOnlyList<ChartWindow>> Windows =>
            from windows in Gen.ListOf(Window)
            select (IReadOnlyList<ChartWindow>)[.. windows.DistinctBy(window => window.Chart)];

        public static Arbitrary<ChartSettings> Settings() => Arb.From(
            from x in Gen.Elements("step", "relative", "time", "metric:lr", "metric:a&b")
            from logs in Gen.Choose(0, 31)
            from smooth in Gen.Elements(null, "ema:0.9", "twema:0.99", "gauss:5", "mean:11", "median:3")
            from order in Gen.Elements(Enum.GetValues<PointOrder>())
            from across in Gen.Elements<int?>(null, 1, 2, 3, 4)
            from text in Gen.Elements("", "training loss", "(?:a|b)[./](.+)", "a+b &c=d#e")
            from pins in Gen.SubListOf(Names)
            from zooms in Windows
            from ranges in Windows
            select new ChartSettings
            {
                X = x,
                LogX = (logs & 1) > 0,
                LogY = (logs & 2) > 0,
                Robust = (logs & 4) > 0,
                Together = (logs & 8) > 0,
                Joined = (logs & 16) > 0,
                Smooth = smooth,
                Order = order,
                Across = across,
                Filter = text,
                Combine = text,
                Pins = [.. pins],
                Zooms = zooms,
                Ranges = ranges,
            });
    }
}
