using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries.Columns;

namespace Sacredboard.Web.Table;

/// <summary>
/// Files and the API have no room for a mark at a lowest, highest or mean value that leaves out points. Behind such a column they have the
/// number of these points instead, once for each metric.
/// </summary>
internal static class LeftOutFields
{
    public static IReadOnlyList<ColumnSpec> Beside(IReadOnlyList<ColumnSpec> columns) =>
        Beside(columns, column => column.Field, field => new(field));

    /// <param name="columns">The columns asked for.</param>
    /// <param name="field">The field of a column.</param>
    /// <param name="make">Makes the column of a field.</param>
    public static IReadOnlyList<T> Beside<T>(IReadOnlyList<T> columns, Func<T, RunField> field, Func<RunField, T> make)
    {
        var there = columns.Select(field).ToHashSet();
        return [.. columns.SelectMany(column =>
            field(column).LeftOut is { } leftOut && there.Add(leftOut) ? [column, make(leftOut)] : new[] { column })];
    }
}
