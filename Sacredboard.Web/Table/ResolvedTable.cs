using Sacredboard.Data.Catalog.Snapshots;
using Sacredboard.Data.Catalog.Statistics;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries;
using Sacredboard.Data.Queries.Answering;
using Sacredboard.Data.Queries.Grouping;
using Sacredboard.Data.Queries.Language;
using Sacredboard.Web.Sources;

namespace Sacredboard.Web.Table;

/// <summary>
/// The state of a table with its fields resolved in one snapshot. Pages, exports and the API all use it, so that a query has the same
/// meaning and the same errors in all of them.
/// </summary>
public sealed record ResolvedTable
{
    public required CatalogSnapshot Snapshot { get; init; }

    /// <summary>The snapshot has all runs of the source.</summary>
    public required bool IsLoaded { get; init; }

    /// <summary>
    /// With bare names resolved by <see cref="RunQueries.Resolve"/>, so that a column and a query of the same name mean the same field.
    /// </summary>
    public required TableState State { get; init; }

    /// <summary>The bare names that were taken for another field, and those to group and sort by that no run has.</summary>
    public required IReadOnlyList<TableProblem> Notes { get; init; }

    /// <summary>The error of the query, or null. With an error the table is of all runs.</summary>
    public required QueryError? Error { get; init; }

    /// <summary>The result may change over time although no run changes.</summary>
    public required bool DependsOnTime { get; init; }

    public RunQuery Runs => State.ToRunQuery() with { Text = Error is null ? State.Text : "" };

    /// <summary>The columns of the table of runs: the chosen ones, or the default ones.</summary>
    public required TableColumns Columns { get; init; }

    /// <summary>The columns of the table of groups besides its keys.</summary>
    public required TableColumns GroupColumns { get; init; }

    /// <summary>The query of a table of groups.</summary>
    public GroupQuery Groups => State.ToGroupQuery([.. GroupColumns.Fields]) with { Runs = Runs };

    /// <summary>The progress of the statistics that the table depends on; without those of default columns, whose cells say it.</summary>
    public IReadOnlyList<StatisticsProgress> Progress(RunQueryResult result) =>
        Snapshot.Progress([.. result.Metrics, .. State.ShownFields()]);

    /// <summary>The table in the latest snapshot of a source.</summary>
    public static ResolvedTable Of(Source source, TableState state)
    {
        // The state first: a snapshot taken before it may be of fewer runs.
        var isLoaded = !source.Catalog.State.IsLoading;
        return Of(source.Catalog.Snapshot, state, isLoaded);
    }

    /// <param name="snapshot">The runs.</param>
    /// <param name="state">The table as it was asked for.</param>
    /// <param name="isLoaded">All runs of the source were read.</param>
    public static ResolvedTable Of(CatalogSnapshot snapshot, TableState state, bool isLoaded = true)
    {
        var notes = new List<TableProblem>();
        state = state with
        {
            Sort = [.. state.Sort.Select(level => level with { Field = Resolve("sort", level.Field) })],
            Columns = state.Columns is { } columns
                ? [.. columns.Select(column => column with { Field = Resolve("columns", column.Field) }).DistinctBy(column => column.Field)]
                : null,
            Grouping = state.Grouping is { } grouping
                ? grouping with { Keys = [.. grouping.Keys.Select(key => key is null ? null : Resolve("group", key)).Distinct()] }
                : null,
            GroupSort = [.. state.GroupSort.Select(level =>
                level.Field is { } field ? level with { Field = Resolve("sort", field) } : level)],
        };

        // A query without a syntax error may still be refused: its regular expressions may take too long on this many runs.
        var error = QueryParser.TryParse(state.Text, out var tree, out var fault)
            ? snapshot.Queries().Find(state.ToRunQuery() with { Take = 0 }).Error
            : fault;
        var groupColumns = TableColumns.OfGroups(snapshot, state, tree);
        return new()
        {
            Snapshot = snapshot,
            IsLoaded = isLoaded,
            State = state,
            Notes = [.. notes.Distinct()],
            Error = error,
            Columns = TableColumns.OfRuns(snapshot, state, tree, isLoaded),
            GroupColumns = groupColumns,
            DependsOnTime = tree?.DependsOnTime == true
                || state.ComparedFields().Concat(state.Grouping is null ? [] : groupColumns.Fields)
                    .Any(field => field.OwnField is { MovesWithTime: true }),
        };

        RunField Resolve(string parameter, RunField field)
        {
            var target = snapshot.Queries().Resolve([field])[0];
            if (target != field)
            {
                notes.Add(new(parameter, $"{field} is taken from {target}."));
            }
            else if (isLoaded && parameter != "columns" && !snapshot.Queries().IsInSomeRun(field))
            {
                notes.Add(new(parameter, $"No run has a config value {field}."));
            }

            return target;
        }
    }
}
