using FsCheck;
using FsCheck.Fluent;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Metrics;
using Sacredboard.Data.Queries.Columns;
using Sacredboard.Data.Queries.Grouping;
using Sacredboard.Data.Queries.Sorting;
using Sacredboard.Web.Formatting;
using Sacredboard.Web.Query;
using Sacredboard.Web.Table;

namespace Sacredboard.Tests.Web.Table;

/// <summary>Generates arbitrary states of a table, and arbitrary addresses.</summary>
public static class TableStates
{
    /// <summary>The generator of each property; one without a generator would be a parameter without a test.</summary>
    public static readonly IReadOnlyList<string> Properties =
    [
        nameof(TableState.Text), nameof(TableState.Off), nameof(TableState.Statuses), nameof(TableState.Sort), nameof(TableState.Columns),
        nameof(TableState.Grouping), nameof(TableState.GroupSort), nameof(TableState.Page), nameof(TableState.Size), nameof(TableState.Open),
        nameof(TableState.View), nameof(TableState.Edit), nameof(TableState.Charts), nameof(TableState.Zone),
    ];

    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.Elements(
            "lr", "a b", "a&b=c", "a,b", "100%", "+", "#x", "\"q\"", "é", "日本", "<b>", "~x", "-x", "count", "mean:x", "config", "none",
            "status", "new",
            "off0", "😀", "a\\b", "a.b", "[0]", ""),
        ArbMap.Default.GeneratorFor<NonNull<string>>().Select(text => string.Concat(text.Get.Where(c => !char.IsSurrogate(c)))));

    private static readonly Gen<string> Query =
        Gen.Elements("", "lr < 0.1", "a and b", "lr < 0.1 and status = FAILED and x", "lr <", "(", "a or b", "\"a b\"");

    private static readonly Gen<string> Term = Gen.Elements("lr < 0.1", "a", "a or b", "status = FAILED", "\"a b\"");

    private static readonly Gen<RunField> Field = Gen.OneOf(
        Gen.Elements(OwnFields.All.Select(field => field.Name).Except(["status", "id"]).ToArray()).Select(RunField.Own),
        Text.NonEmptyListOf().Select(keys => RunField.Config([.. keys.Take(3)])),
        Text.NonEmptyListOf().SelectMany(keys => Gen.Elements(FieldRoot.Info, FieldRoot.Host, FieldRoot.Meta, FieldRoot.Result)
            .Select(root => new RunField { Root = root, Path = [.. keys.Take(3)] })),
        Text.Select(name => RunField.Metric(name, MetricStatistic.Min)),
        Text.Select(name => RunField.Metric(name, MetricStatistic.At, 1.5)));

    private static readonly Gen<ColumnSpec> Column =
        from field in Field
        from name in Gen.OneOf(
            Gen.Constant<string?>(null), Text.Where(text => text.Length is > 0 and <= ColumnSpec.MaxNameLength)
                .Select(text => (string?)text))
        from numbers in Gen.Elements(null, NumberStyle.Parse("e2"), NumberStyle.Parse("p1"), NumberStyle.Parse("g4"))
        from look in Gen.Elements(Enum.GetValues<ColumnLook>())
        select new ColumnSpec(field) { Name = name, Numbers = numbers, Look = look };

    private static readonly Gen<RunGrouping?> Grouping = Gen.OneOf(
        Gen.Constant<RunGrouping?>(null),
        from keys in Gen.OneOf(Gen.Constant<RunField?>(null), Field.Select(field => (RunField?)field)).NonEmptyListOf()
        from seeds in Gen.OneOf(
            Gen.Elements(SeedKeys.ByName, SeedKeys.None, SeedKeys.ByName.With(RunField.Config("auto"))), Field.Where(field => field.Root == FieldRoot.Config)
                .NonEmptyListOf()
                .Select(Seeds))
        select (RunGrouping?)new RunGrouping { Keys = [.. keys.Distinct().Take(RunGrouping.MaxKeys)], Seeds = seeds });

    private static readonly Gen<GroupSort> GroupLevel = Gen.OneOf(
        ArbMap.Default.GeneratorFor<bool>().Select(isDown => new GroupSort(GroupMeasure.Count, null, isDown)),
        from measure in Gen.Elements(GroupMeasure.Value, GroupMeasure.Mean, GroupMeasure.Std, GroupMeasure.Min, GroupMeasure.Max)
        from field in Field
        from isDown in ArbMap.Default.GeneratorFor<bool>()
        select new GroupSort(measure, field, isDown));

    private static readonly Gen<RunSort> Level =
        Field.SelectMany(field => ArbMap.Default.GeneratorFor<bool>().Select(isDown => new RunSort(field, isDown)));

    private static readonly Gen<TableState> State =
        from query in Query
        from off in Several(Term, 3)
        from statuses in Several(Text, 3)
        from columns in Gen.OneOf(
            Gen.Constant<IReadOnlyList<ColumnSpec>?>(null),
            Several(Column, 4).Select(list => (IReadOnlyList<ColumnSpec>?)[.. list.DistinctBy(column => column.Field)]))
        from grouping in Grouping
        from sort in Level.ListOf()
        from groupSort in GroupLevel.ListOf()
        from page in Gen.Choose(1, 1000)
        from size in Gen.Elements(TableState.Sizes.ToArray())
        from open in Several(Gen.Elements("1", "27", "~t5", "-x"), 3)
        from range in Gen.Elements("", ":51-100")
        from view in Gen.Elements(null, (long?)7)
        from edit in Gen.Elements(null, new TermEdit(null), new TermEdit(null, "lr <", AsText: true), new TermEdit(null, ""))
        from charts in Gen.Elements(null, new TableCharts(Metric: null), new TableCharts("loss"), new TableCharts("on"), new TableCharts(""), new TableCharts(null, true),
            new TableCharts("joined", true))
        from zone in Gen.Elements(null, TimeZoneInfo.Utc, VisitorZone.Find("Europe/Berlin"))
        let state = new TableState
        {
            Text = query,
            Zone = zone,
            Off = off,
            Statuses = statuses,
            Columns = columns,
            Grouping = grouping,
            Page = page,
            Size = size,
            Open = grouping is null ? open : [.. open.Select(name => name + range)],
            View = view,
            Edit = edit,
            Charts = charts,
        }
        select grouping is null
            ? state with { Sort = [.. sort.Take(SortStep.MaxLevels)] }
            : state.SortedBy([.. groupSort.Take(SortStep.MaxLevels)]);

    private static readonly Gen<string> Parameter = Gen.Elements(
        "q", "off", "status", "group", "seeds", "sort", "columns", "page", "size", "open", "view", "edit", "text", "as", "order", "charts", "tz", "other");

    private static readonly Gen<string> Value = Gen.OneOf(
        Text, Query, Gen.Elements("1", "0", "off0", "config", "lr,-x", "-count", "27:1-50", "by:lr", "none", "25"));

    private static readonly Gen<string> Address =
        from pairs in Parameter.SelectMany(name => Value.Select(value => $"{name}={Uri.EscapeDataString(value)}")).ListOf()
        select "?" + string.Join('&', pairs);

    public static Arbitrary<TableState> States() => State.ToArbitrary();

    public static Arbitrary<NonEmptyString> Addresses() => Address.Select(NonEmptyString.NewNonEmptyString).ToArbitrary();

    private static Gen<IReadOnlyList<T>> Several<T>(Gen<T> one, int max) =>
        one.ListOf().Select(list => (IReadOnlyList<T>)[.. list.Distinct().Take(max)]);

    private static SeedKeys Seeds(IEnumerable<RunField> fields) =>
        SeedKeys.TryParse(FieldList.ToText(fields.Take(3)), out var seeds, out _) ? seeds : SeedKeys.ByName;
}
