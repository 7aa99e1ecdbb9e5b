using Sacredboard.Data.Catalog.Snapshots;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries;
using Sacredboard.Data.Queries.Columns;
using Sacredboard.Data.Queries.Language;
using Sacredboard.Data.Runs;
using Sacredboard.Web.Columns;

namespace Sacredboard.Web.Table;

/// <summary>
/// The columns of a table besides the fixed ones: those that were chosen, or else what was asked for and the default ones.
/// </summary>
/// <param name="All">In their order.</param>
/// <param name="Asked">Those in front because the query names them or the table is sorted by them.</param>
public sealed record TableColumns(IReadOnlyList<ColumnSpec> All, IReadOnlySet<RunField> Asked)
{
    /// <summary>A query may name any number of fields.</summary>
    private const int MaxAsked = 12;

    private static readonly IReadOnlyList<RunField> DefaultGroupColumns =
        [OwnFields.Started.Field, OwnFields.Duration.Field, OwnFields.Result.Field];

    public IEnumerable<RunField> Fields => All.Select(column => column.Field);

    /// <param name="snapshot">The runs.</param>
    /// <param name="state">With its fields resolved.</param>
    /// <param name="query">Its query; null for one with an error.</param>
    /// <param name="isLoaded">All runs of the source were read.</param>
    public static TableColumns OfRuns(CatalogSnapshot snapshot, TableState state, QueryNode? query, bool isLoaded)
    {
        if (state.Columns is { } chosen)
        {
            return Chosen(chosen);
        }

        var conditions = Conditions(snapshot, query);
        return With(
            DefaultColumns.Of(snapshot, isLoaded, LooksAtFailures(snapshot, state, conditions)),
            conditions,
            state.Sort.Select(level => level.Field));
    }

    /// <summary>The same for a table of groups.</summary>
    public static TableColumns OfGroups(CatalogSnapshot snapshot, TableState state, QueryNode? query) =>
        state.Columns is { } chosen ? Chosen(chosen)
        : state.Grouping is { } grouping ? With(
            DefaultGroupColumns,
            [.. Conditions(snapshot, query).Where(field => !grouping.Keys.Contains(field))],
            state.GroupSort.Select(level => level.Field).OfType<RunField>().Except(grouping.Keys.OfType<RunField>()))
        : Chosen([]);

    private static TableColumns Chosen(IReadOnlyList<ColumnSpec> columns) => new(columns, new HashSet<RunField>());

    // A default column that is sorted by stays where it is, or it would leave the mouse that clicked its heading.
    private static TableColumns With(IReadOnlyList<RunField> usual, IReadOnlyList<RunField> searched, IEnumerable<RunField> sorted)
    {
        var asked = searched.Where(field => field.Root != FieldRoot.Own || !usual.Contains(field))
            .Concat(sorted.Where(field => !usual.Contains(field)))
            .Where(field => !OwnColumns.IsFixed(field))
            .Distinct().Take(MaxAsked).ToList();
        return new([.. asked.Concat(usual.Except(asked)).Select(field => new ColumnSpec(field))], asked.ToHashSet());
    }

    private static List<RunField> Conditions(CatalogSnapshot snapshot, QueryNode? query) => query is null ? []
        : [.. snapshot.Queries().InFull(query).Conditions.Select(condition => condition.Field.Run).OfType<RunField>()];

    private static bool LooksAtFailures(CatalogSnapshot snapshot, TableState state, IReadOnlyList<RunField> conditions) =>
        state.Statuses.Contains(RunStatus.Failed)
        || (conditions.Contains(OwnFields.Status.Field)
            && snapshot.Queries().Find(state.ToRunQuery() with { Take = 0 }).Statuses.Any(found => found.Status == RunStatus.Failed));
}
