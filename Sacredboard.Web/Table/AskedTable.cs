using Sacredboard.Data.Catalog.Snapshots;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries;
using Sacredboard.Data.Queries.Answering;
using Sacredboard.Data.Queries.Grouping;
using Sacredboard.Data.Queries.Language;

namespace Sacredboard.Web.Table;

/// <summary>
/// A table as it is asked of one snapshot: the same for pages, files and scripts, so that a query means one thing in all of them and is
/// refused for one reason.
/// </summary>
public sealed record AskedTable
{
    public required CatalogSnapshot Snapshot { get; init; }

    /// <summary>
    /// With the fields that are meant, see <see cref="RunQueries.Resolve"/>: a column shows what a query of its name asks.
    /// </summary>
    public required TableState State { get; init; }

    /// <summary>Which fields were taken for others.</summary>
    public required IReadOnlyList<TableProblem> Notes { get; init; }

    /// <summary>Why the text is no query: then it is left out, and the table is of all runs. Null when it is one.</summary>
    public required QueryError? Error { get; init; }

    /// <summary>The answer may be another one later, although no run has changed.</summary>
    public required bool DependsOnTime { get; init; }

    public RunQuery Runs => State.ToRunQuery() with { Text = Error is null ? State.Text : "" };

    /// <summary>Of a table of groups.</summary>
    public GroupQuery Groups => State.ToGroupQuery() with { Runs = Runs };

    public static AskedTable Of(CatalogSnapshot snapshot, TableState state)
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
            GroupSort = [.. state.GroupSort.Select(level => level.Field is { } field ? level with { Field = Resolve("sort", field) } : level)],
        };

        // What can be read may still be refused: its regular expressions may take too long on so many runs.
        var error = QueryParser.TryParse(state.Text, out var tree, out var fault)
            ? snapshot.Queries().Find(state.ToRunQuery() with { Take = 0 }).Error
            : fault;
        return new()
        {
            Snapshot = snapshot,
            State = state,
            Notes = [.. notes.Distinct()],
            Error = error,
            DependsOnTime = tree?.DependsOnTime == true || state.ComparedFields().Any(field => field.OwnField is { MovesWithTime: true }),
        };

        RunField Resolve(string parameter, RunField field)
        {
            var meant = snapshot.Queries().Resolve([field])[0];
            if (meant != field)
            {
                notes.Add(new(parameter, $"{field} is taken from {meant}."));
            }

            return meant;
        }
    }
}
