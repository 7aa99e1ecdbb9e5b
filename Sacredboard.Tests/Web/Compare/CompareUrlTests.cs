using System.Collections;
using System.Reflection;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Metrics;
using Sacredboard.Tests.Web.Table;
using Sacredboard.Web.Compare;
using Sacredboard.Web.Curves;
using Sacredboard.Web.RunAddress;
using Sacredboard.Web.Table;

namespace Sacredboard.Tests.Web.Compare;

/// <summary>Reading the address that was written for a comparison gives the same comparison.</summary>
public sealed class CompareUrlTests
{
    private static IEnumerable<PropertyInfo> Settable => typeof(CompareState).GetProperties().Where(property => property.CanWrite);

    [Property(MaxTest = 500, Arbitrary = [typeof(AnyComparison)])]
    public void What_is_written_is_read_back(CompareState state)
    {
        var url = CompareUrl.Write("/lab/compare", state);

        var again = CompareUrl.Read(Query(url), out var problems);

        Assert.True(problems.Count == 0, $"{url}: {string.Join("; ", problems)}");
        Assert.Equal(Describe(state), Describe(again));
        Assert.Equal(url, CompareUrl.Write("/lab/compare", again));
    }

    [Fact]
    public void Every_part_can_differ_from_the_default()
    {
        var sample = AnyComparison.States().Generator.Sample(300);
        Assert.All(Settable, property =>
            Assert.Contains(sample, state => Text(property.GetValue(state)) != Text(property.GetValue(new CompareState()))));
    }

    [Fact]
    public void What_is_as_by_default_is_left_out() => Assert.Equal("/lab/compare", CompareUrl.Write("/lab/compare", new()));

    [Theory]
    [InlineData("tab=sideways", "tab")]
    [InlineData("tab=1", "tab")]
    [InlineData("keys=none", "keys")]
    [InlineData("mid=mode", "mid")]
    [InlineData("band=wide", "band")]
    [InlineData("figure=min(", "figure")]
    [InlineData("goal=best", "goal")]
    [InlineData("key=a..b", "key")]
    [InlineData("lower=a..b", "lower")]
    [InlineData("missing=first", "missing")]
    [InlineData("lines=wide", "lines")]
    [InlineData("clean=yes", "clean")]
    [InlineData("overlay=2", "overlay")]
    [InlineData("at=-1", "at")]
    [InlineData("at=99999999999999999999", "at")]
    [InlineData("group=a..b", "group")]
    [InlineData("sort=a..b", "sort")]
    [InlineData("plotx=a..b", "plotx")]
    [InlineData("axes=lr,a..b", "axes")]
    [InlineData("plotyscale=1", "plotyscale")]
    public void What_cannot_be_read_is_named_and_ignored(string query, string parameter)
    {
        var state = CompareUrl.Read(Query("?ids=1&" + query), out var problems);
        Assert.Equal(parameter, Assert.Single(problems).Parameter);
        Assert.Equal("/lab/compare?ids=1", CompareUrl.Write("/lab/compare", state));
    }

    private static QueryCollection Query(string url) => new(QueryHelpers.ParseQuery(url.Contains('?') ? url[url.IndexOf('?')..] : ""));

    private static string Describe(CompareState state) =>
        string.Join('\n', Settable.Select(property => $"{property.Name}: {Text(property.GetValue(state))}"));

    private static string Text(object? value) => value switch
    {
        null => "null",
        string text => text,
        TableState table => TableUrl.Write("", table),
        RunPageState page => page.Query,
        PlotLook plot => string.Join('&', plot.Pairs()),
        IEnumerable items => string.Join(" | ", items.Cast<object>()),
        _ => value.ToString()!,
    };

    private static class AnyComparison
    {
        private static readonly Gen<RunField?> Field = Gen.Elements(
            null,
            OwnFields.Status.Field,
            RunField.Config("lr"),
            RunField.Config("a,b", "c\"~&"),
            RunField.Config("-x"),
            RunField.Metric("val loss", MetricStatistic.At, 100));

        private static readonly Gen<IReadOnlyList<RunField>> Fields =
            from fields in Field.ListOf() select (IReadOnlyList<RunField>)[.. fields.OfType<RunField>().Distinct()];

        private static readonly Gen<PlotLook> Plots =
            from x in Field
            from y in Field
            from color in Field
            from scale in Gen.Elements(Enum.GetValues<PlotScale>())
            from goal in Gen.Elements(Enum.GetValues<PlotGoal>())
            from axes in Fields
            from log in Fields
            select new PlotLook
            {
                X = x,
                Y = y,
                Color = color,
                Size = color,
                XScale = scale,
                YScale = scale,
                XGoal = goal,
                YGoal = goal,
                Front = goal == PlotGoal.Lower,
                Axes = axes,
                LogAxes = log,
                LinearAxes = [.. axes.Except(log)],
            };

        public static Arbitrary<CompareState> States() => (
            from ids in Gen.Elements("1", "2", "~t5", "b:7", "~o5f0000000000000000000001", "~", "ü").ListOf()
            from runs in TableStates.States().Generator
            from all in Gen.Elements(true, false)
            from tab in Gen.Elements(Enum.GetValues<CompareTab>())
            from hidden in Gen.Elements("1", "b:7", "~t5").ListOf()
            from legend in Gen.Elements("", "{id} lr={config.optimizer.lr}", "a&b=c", "{", "日本 {\"a b\"}")
            from keys in Gen.Elements(Enum.GetValues<ComparedKeys>())
            from mid in Gen.Elements(GroupLook.Mids.ToArray())
            from band in Gen.Elements(GroupLook.Bands.ToArray())
            from missing in Gen.Elements(GroupLook.Missings.ToArray())
            from note in Gen.Elements("", "**Best** so far\n\n- lr & more", "日本")
            from view in Gen.Elements<long?>(null, 3)
            from find in Gen.Elements("", "loss", "a&b")
            from judged in Gen.Elements(RunField.Metric("loss", MetricStatistic.Min), RunField.Own("result"), RunField.Config("a,b")).ListOf()
            from figure in Gen.Elements(null, RunField.Metric("a,b \"c\"", MetricStatistic.Min), RunField.Config("x y", "z"))
            from goal in Gen.Elements<bool?>(null, true, false)
            from against in Gen.Elements("", "b:7", "~t5")
            from key in Gen.Elements(null, RunField.Config("optimizer", "lr"), RunField.Config("status"))
            from @base in Gen.Elements("", "1", "b:7", "~t5")
            from diff in Gen.Elements(true, false)
            from overlay in Gen.Elements(Enum.GetValues<PictureOverlay>())
            from at in Gen.Elements<long?>(null, 0, 12, long.MaxValue)
            from table in Gen.Elements("", "q=lr", "status=FAILED")
            from plot in Plots
            select new CompareState
            {
                Ids = [.. ids.Distinct()],
                Runs = CompareUrl.OnlyRuns(runs),
                All = all,
                Tab = tab,
                Hidden = [.. hidden.Distinct()],
                Legend = legend,
                Keys = keys,
                Look = new(mid, band, missing),
                Plot = plot,
                Note = note,
                View = view,
                Table = new() { Find = find, Lower = [.. judged.Distinct().Take(1)], Higher = [.. judged.Distinct().Skip(1)] },
                Figure = new() { Field = figure, IsLowerBetter = goal, Against = against, Setting = key },
                Diff = new()
                {
                    Base = @base,
                    Other = diff ? "2" : "",
                    IsUnified = diff,
                    IsClean = diff != all,
                    IsSeedless = all,
                    Overlay = overlay,
                    At = at,
                },
                Page = new() { Table = TableUrl.Read(table).State, Charts = new() { LogY = all } },
            }).ToArbitrary();
    }
}
