using Sacredboard.Data.Fields;
using Sacredboard.Web.Columns;
using Sacredboard.Web.Models.Table;

namespace Sacredboard.Web.TablePage;

/// <summary>The order of a table of runs, with the fields that it can be sorted by.</summary>
public static class RunOrder
{
    private const string Default = "Newest first";

    public static TableOrder Of(IReadOnlyList<RunSort> sort, IReadOnlyList<RunColumn> columns) => new(
        Default,
        [.. sort.Select((level, i) => new SortLevel(Key(level.Field), Title(level.Field, columns), level.Descending, i == 0))],
        [.. columns.Where(column => sort.All(level => level.Field != column.Field))
            .Select(column => new SortChoice(Key(column.Field), column.Title))]);

    public static TableHeading Heading(RunColumn column, IReadOnlyList<RunSort> sort)
    {
        var level = sort.Select(one => one.Field).ToList().IndexOf(column.Field);
        var mark = level < 0 ? null : new SortMark(sort[level].Descending, level, sort.Count);
        var about = string.Concat(
            column.Range is { } range ? $"{range.Describe(column.Spec.Look)}. " : "",
            column.Title == column.Field.ToString() ? "" : $"{column.Field}. ");
        var key = Key(column.Field);
        return new(column, column.Title, key, mark, about + TableHeading.HintOf(mark, key, "it", Default))
        {
            SelectsPage = column.Field.OwnField is { Kind: OwnKind.Status },
        };
    }

    private static string Key(RunField field) => FieldList.ToText([new RunSort(field, Descending: false)]);

    private static string Title(RunField field, IReadOnlyList<RunColumn> columns) =>
        columns.FirstOrDefault(column => column.Field == field)?.Title ?? field.ToString();
}
