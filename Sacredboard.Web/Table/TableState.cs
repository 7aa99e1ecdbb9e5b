using Sacredboard.Data.Catalog.Snapshots;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries.Answering;
using Sacredboard.Data.Queries.Columns;
using Sacredboard.Data.Queries.Grouping;
using Sacredboard.Data.Queries.Language;
using Sacredboard.Web.Query;

namespace Sacredboard.Web.Table;

/// <summary>What of a source's runs the table shows: everything that stands in its URL.</summary>
public sealed record TableState
{
    public const int DefaultSize = 50;

    public const int MostColumns = 400;

    public static readonly IReadOnlyList<int> Sizes = [25, 50, 100, 200];

    /// <summary>What is summed up in groups when nobody has chosen columns.</summary>
    public static readonly IReadOnlyList<RunField> UsualGroupColumns = [RunField.Own("started"), RunField.Own("duration"), RunField.Own("result")];

    public string Text { get; init; } = "";

    /// <summary>Terms of the text that are switched off: they filter nothing, but stay at hand. As they are written, in their order.</summary>
    public IReadOnlyList<string> Off { get; init; } = [];

    /// <summary>Status words as shown; empty for all.</summary>
    public IReadOnlyList<string> Statuses { get; init; } = [];

    /// <summary>Most important first; empty for newest first.</summary>
    public IReadOnlyList<RunSort> Sort { get; init; } = [];

    /// <summary>The columns besides status and id; null for those that have something to show.</summary>
    public IReadOnlyList<ColumnSpec>? Columns { get; init; }

    /// <summary>What the runs are grouped by; null for a table of runs.</summary>
    public RunGrouping? Grouping { get; init; }

    /// <summary>The order of the groups; <see cref="Sort"/> has what of it can be said of runs.</summary>
    public IReadOnlyList<GroupSort> GroupSort { get; init; } = [];

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    public int Size { get; init; } = DefaultSize;

    /// <summary>The rows that are expanded, as URL segments of their ids; of groups, as <see cref="OpenGroup"/> writes them.</summary>
    public IReadOnlyList<string> Open { get; init; } = [];

    /// <summary>The saved view that this one was made from, or is; changes nothing of what is shown.</summary>
    public long? View { get; init; }

    /// <summary>The term that somebody is writing in the builder; links to other views and to this one do not have it.</summary>
    public TermEdit? Edit { get; init; }

    /// <summary>A change of any run may change what is shown of the others: groups, and bars and colours, which span all of them.</summary>
    public bool DependsOnAllRuns => Grouping is not null || Columns?.Any(column => column.Look != ColumnLook.Plain) == true;

    public bool IsFiltered => Text.Length > 0 || Statuses.Count > 0;

    /// <summary>The text cannot be read as a query, and is left out of account.</summary>
    public bool IsTextLeftOut { get; private init; }

    /// <summary>The same, but without its text where that is no query: then these are all runs, and the page says why.</summary>
    /// <param name="snapshot">The runs that are asked for.</param>
    /// <param name="error">What is wrong with the text; null when nothing is.</param>
    public TableState Readable(CatalogSnapshot snapshot, out QueryError? error)
    {
        error = snapshot.Query((this with { IsTextLeftOut = false }).ToRunQuery()).Error;
        return this with { IsTextLeftOut = error is not null };
    }

    /// <summary>The same with the fields that are meant, see <see cref="CatalogSnapshot.Resolve"/>: a column shows what a query of its name asks.</summary>
    public TableState Meant(CatalogSnapshot snapshot, out IReadOnlyList<TableProblem> taken)
    {
        var notes = new List<TableProblem>();
        taken = notes;
        return this with
        {
            Sort = [.. Sort.Select(level => level with { Field = Resolve("sort", level.Field) })],
            Columns = Columns is null ? null : [.. Columns.Select(column => column with { Field = Resolve("columns", column.Field) }).DistinctBy(column => column.Field)],
            Grouping = Grouping is null ? null : Grouping with { Keys = [.. Grouping.Keys.Select(key => key is null ? null : Resolve("group", key)).Distinct()] },
            GroupSort = [.. GroupSort.Select(level => level.Field is null ? level : level with { Field = Resolve("sort", level.Field) })],
        };

        RunField Resolve(string parameter, RunField field)
        {
            var meant = snapshot.Resolve([field])[0];
            if (meant != field)
            {
                notes.Add(new(parameter, $"{field} is taken from {meant}."));
            }

            return meant;
        }
    }

    /// <summary>The fields that a page shows beside those that its answer was made of; without those of the usual columns.</summary>
    public IEnumerable<RunField> ShownFields() =>
    [
        .. Columns?.Select(column => column.Field) ?? [],
        .. Grouping?.Keys.OfType<RunField>() ?? [],
        .. GroupSort.Select(level => level.Field).OfType<RunField>(),
    ];

    /// <summary>Of a table of groups.</summary>
    public GroupQuery ToGroupQuery() => new()
    {
        Runs = ToRunQuery(),
        Grouping = Grouping!,
        Columns = Columns is null ? UsualGroupColumns : [.. Columns.Select(column => column.Field)],
        Sort = GroupSort,
        Skip = (Page - 1) * Size,
        Take = Size,
    };

    public RunQuery ToRunQuery() => new()
    {
        Text = IsTextLeftOut ? "" : Text,
        Statuses = Statuses,
        Sort = Sort,
        Skip = (Page - 1) * Size,
        Take = Size,
    };
}
