using Sacredboard.Data.Catalog.Snapshots;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries;
using Sacredboard.Data.Queries.Answering;
using Sacredboard.Data.Queries.Grouping;
using Sacredboard.Data.Queries.Language;
using Sacredboard.Data.Queries.MongoFilters;
using Sacredboard.Data.Queries.Suggesting;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Values;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Fields;

/// <summary>Tests all own fields of the registry, so that new ones are tested too.</summary>
public sealed class OwnFieldsTests
{
    private static readonly DateTimeOffset Now = TestRuns.Epoch.AddDays(1);

    public static TheoryData<string> Names => [.. OwnFields.All.Select(own => own.Name)];

    [Fact]
    public void A_run_of_the_catalog_has_room_for_each()
    {
        Assert.Equal(OwnFields.TextCount, OwnFields.Texts.Length);
        Assert.Equal(OwnFields.TimeCount, OwnFields.Times.Length);
        Assert.Equal(Enumerable.Range(0, OwnFields.TextCount), OwnFields.Texts.Select(field => field.Index));
        Assert.Equal(Enumerable.Range(0, OwnFields.TimeCount), OwnFields.Times.Select(field => field.Index));
        Assert.Throws<ArgumentException>(() => RunField.Own("nonsense"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Its_name_is_read_as_itself_and_in_quotes_as_a_config_key(string name)
    {
        var field = OwnFields.Find(name)!;
        Assert.True(RunField.TryParse(name, out var read, out _));
        Assert.Equal(field.Field, read);
        Assert.Same(field, read!.OwnField);
        Assert.Equal(name, read.ToString());

        Assert.True(RunField.TryParse($"\"{name}\"", out var key, out _));
        Assert.Equal(RunField.Config(name), key);
        Assert.Equal("config." + name, key!.ToString());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task It_is_read_from_each_place_where_it_is_stored(string name)
    {
        var field = OwnFields.Find(name)!;
        foreach (var place in Enumerable.Range(0, Math.Max(1, field.Stored.Count)))
        {
            var snapshot = await TestCatalog.SnapshotOfAsync(OwnRuns.A(place));
            Assert.Equal(Plain(OwnRuns.Expected(field, 'a')), Plain(Value(snapshot, 1, field)));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_is_still_there_when_the_secrets_of_a_run_read_alone_are_masked(string name)
    {
        var field = OwnFields.Find(name)!;
        foreach (var place in Enumerable.Range(0, Math.Max(1, field.Stored.Count)))
        {
            var summary = OwnRuns.Whole(place).WithoutSecrets().Summary;
            SacredValue? found = field.Kind switch
            {
                OwnKind.Text => TestRuns.Value(field.Text(summary)),
                OwnKind.Time => TestRuns.Value(field.Time(summary)),
                OwnKind.Tags => TestRuns.Value(summary.Tags.ToArray()),
                OwnKind.Tree => summary.Result,
                OwnKind.Duration => TestRuns.Value((summary.Stopped - summary.Started)?.TotalSeconds),
                OwnKind.Status => TestRuns.Value(summary.Status),
                _ => TestRuns.Value(summary.Id == RunId.Of(1) ? 1 : 0),
            };
            Assert.Equal(Plain(OwnRuns.Expected(field, 'a')), Plain(found));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Runs_are_sorted_by_it_and_those_without_come_last(string name)
    {
        var field = OwnFields.Find(name)!;
        var snapshot = await OwnRuns.SnapshotAsync();

        Assert.Equal("1 2 3", Ids(snapshot, new() { Sort = [new(field.Field, Descending: false)] }));
        Assert.Equal(OwnRuns.AllHave(field) ? "3 2 1" : "2 1 3", Ids(snapshot, new() { Sort = [new(field.Field, Descending: true)] }));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Runs_are_found_by_its_value(string name)
    {
        var field = OwnFields.Find(name)!;
        var snapshot = await OwnRuns.SnapshotAsync();

        Assert.Equal("1", Ids(snapshot, new() { Text = $"{name} = {Written(Value(snapshot, 1, field)!)}" }));
        Assert.Equal("2", Ids(snapshot, new() { Text = $"{name} = {Written(Value(snapshot, 2, field)!)}" }));
        // Tags are always a list, perhaps an empty one.
        Assert.Equal(
            OwnRuns.AllHave(field) || field.Kind == OwnKind.Tags ? "2 1 3" : "2 1",
            Ids(snapshot, new() { Text = $"exists({name})" }));
        if (field.IsSearched)
        {
            Assert.Equal("1", Ids(snapshot, new() { Text = $"\"{name} a\"" }));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Runs_are_grouped_by_it(string name)
    {
        var snapshot = await OwnRuns.SnapshotAsync();
        Assert.True(RunGrouping.TryParse(name, out var grouping, out _));

        var groups = snapshot.Queries().Group(new()
        {
            Runs = new(),
            Grouping = grouping,
            Sort = [new(GroupMeasure.Value, OwnFields.Find(name)!.Field, Descending: false)]
        });

        Assert.Equal(["1", "2", "3"], groups.Groups.Select(group => group.Newest.Id.ToString()));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task It_is_listed_and_suggested_and_so_are_values_to_compare_it_with(string name)
    {
        var field = OwnFields.Find(name)!;
        var snapshot = await OwnRuns.SnapshotAsync();

        var listed = Assert.Single(snapshot.Queries().Columns.Own, column => column.Field == field.Field);
        Assert.Equal(OwnRuns.AllHave(field) ? 3 : 2, listed.Runs);
        Assert.Contains(
            snapshot.Queries().Suggest(name[..^1], name.Length - 1).Items,
            item => item.Text == name && item.Kind == SuggestionKind.Field);
        var values = snapshot.Queries().Suggest($"{name} = ", name.Length + 3).Items;
        // No two runs have the same id: there is nothing to choose from.
        Assert.Equal(field.Kind == OwnKind.Id, values.Count == 0);
        Assert.All(values, value => Assert.True(QueryParser.TryParse($"{name} = {value.Text}", out _, out _)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void MongoDB_is_asked_for_it_where_it_is_stored_or_it_is_said_why_not(string name)
    {
        var field = OwnFields.Find(name)!;
        Assert.True(QueryParser.TryParse($"exists({name})", out var query, out _));

        var filter = MongoFilterBuilder.Build(query, [], [new(OwnFields.Started.Field, Descending: true)], Now);

        var text = SacredJson.ToText(filter.Filter);
        Assert.All(field.Stored, path => Assert.Contains($"\"{path}\"", text));
        Assert.Equal(field.NotStored is null, filter.Remarks.Count == 0);
        Assert.True(field.NotStored is null || filter.Remarks[0].Contains(field.NotStored));
    }

    private static string Ids(CatalogSnapshot snapshot, RunQuery query)
    {
        var result = snapshot.Queries().Find(query);
        Assert.Null(result.Error);
        return string.Join(' ', result.Runs.Select(run => run.Id));
    }

    private static SacredValue? Value(CatalogSnapshot snapshot, int id, OwnField field) =>
        snapshot.Value(snapshot.Find(Sacredboard.Data.Runs.RunId.Of(id))!, field.Field, Now);

    private static string Written(SacredValue value) => WrittenValue.Of(value is SacredList list ? list.Items[0] : value)!;

    private static string? Plain(SacredValue? value) => value is null ? null : SacredJson.ToText(value);
}
