using Sacredboard.Data.Fields;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Values;
using Sacredboard.Tests.Support;
using Sacredboard.Tests.Web.Api;
using Sacredboard.Tests.Web.TablePage;
using Sacredboard.Web.Columns;
using Sacredboard.Web.Export;
using Sacredboard.Web.Models.Table;
using Sacredboard.Web.Table;

namespace Sacredboard.Tests.Web.Columns;

/// <summary>Walks over the registry: a new property is tested without being named here.</summary>
public sealed class OwnColumnsTests(SamplesBoard samples)
{
    private static readonly DateTimeOffset Now = TestRuns.Epoch.AddDays(1);

    public static TheoryData<string> Names => [.. OwnFields.All.Select(own => own.Name)];

    [Fact]
    public void Each_property_is_one_column_with_a_title_of_its_own()
    {
        Assert.Equal(OwnFields.All.Select(own => own.Name).Order(), OwnColumns.All.Select(own => own.Field.Name).Order());
        Assert.Equal(OwnColumns.All.Count, OwnColumns.All.Select(own => own.Title).Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task It_is_shown_without_being_asked_for_as_its_entry_says(string name)
    {
        var own = OwnColumns.Of(RunField.Own(name))!;

        Assert.Equal(own.Use is OwnColumnUse.Present or OwnColumnUse.Differing, await IsShownAsync(own, OwnRuns.A(), OwnRuns.B()));
        Assert.Equal(own.Use == OwnColumnUse.Present, await IsShownAsync(own, OwnRuns.A(), OwnRuns.A() with { Id = RunId.Of(2) }));
        Assert.False(await IsShownAsync(own, new RunSummary { Id = RunId.Of(3) }, new RunSummary { Id = RunId.Of(4) }));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Its_values_are_shown_and_exported_below_its_title(string name)
    {
        var own = OwnColumns.Of(RunField.Own(name))!;
        var snapshot = await OwnRuns.SnapshotAsync();
        var run = snapshot.Find(RunId.Of(1))!;

        var export = new ExportTable(ResolvedTable.Of(snapshot, new TableState { Columns = [new(own.Field.Field)] }), Now);
        var place = export.Names.ToList().IndexOf(own.Title);
        Assert.Equal(SacredJson.ToText(OwnRuns.Expected(own.Field, 'a')), Plain(export.Rows.ElementAt(1)[place].Value));
        if (own.Field.Kind is OwnKind.Text or OwnKind.Tree)
        {
            var columns = RunColumn.For([run], [new(own.Field.Field)], snapshot);
            var row = new RunRowViewModel { Run = run, Snapshot = snapshot, Columns = columns, Segment = "1", Url = "/" };
            Assert.Equal(own.Field.Kind == OwnKind.Text ? $"{name} a" : "0.25", row.Cell(columns[^1]).Text);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_page_and_the_interface_for_scripts_take_it_as_column_order_and_key_of_groups(string name)
    {
        var page = await RunTablePage.GetAsync(samples, $"runs?columns={name}&sort=-{name}");
        Assert.Empty(page.Problems);
        Assert.Equal(42, page.Ids.Count);
        Assert.Contains(name, page.Columns);
        Assert.All(page.Document.QuerySelectorAll("[data-run]"), row => Assert.Single(row.QuerySelectorAll($".c-{name}")));

        var groups = await RunTablePage.GetAsync(samples, $"runs?group={name}");
        Assert.Empty(groups.Problems);
        Assert.NotEmpty(groups.Document.QuerySelectorAll($"[data-key={name}], [data-value={name}]"));

        using var api = new ApiClient(samples.Address);
        var runs = await api.GetAsync($"api/v1/samples/runs?columns={name}&sort={name}&take=2");
        Assert.All(runs.GetProperty("runs").EnumerateArray(), run => Assert.True(run.GetProperty("values").TryGetProperty(name, out _)));
    }

    private static async Task<bool> IsShownAsync(OwnColumn own, params RunSummary[] runs)
    {
        var snapshot = await TestCatalog.SnapshotOfAsync(runs);
        return DefaultColumns.Of(snapshot, isLoaded: true, withFailures: false).Contains(own.Field.Field);
    }

    private static string? Plain(SacredValue? value) => value is null ? null : SacredJson.ToText(value);
}
