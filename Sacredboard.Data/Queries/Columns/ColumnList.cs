using Sacredboard.Data.Fields;

namespace Sacredboard.Data.Queries.Columns;

/// <summary>The columns of a table as URLs hold them, with commas between.</summary>
public static class ColumnList
{
    /// <summary>Those that can be read, each field once; <paramref name="faults"/> has a sentence for everything that cannot.</summary>
    public static IReadOnlyList<ColumnSpec> Read(string text, out IReadOnlyList<string> faults)
    {
        var (columns, seen, told) = (new List<ColumnSpec>(), new HashSet<RunField>(), new List<string>());
        foreach (var part in FieldList.Parts(text))
        {
            var column = ColumnSpec.Read(part, out var fault);
            if (fault is not null)
            {
                told.Add(fault);
            }

            if (column is not null && seen.Add(column.Field))
            {
                columns.Add(column);
            }
        }

        faults = told;
        return columns;
    }

    public static string ToText(IEnumerable<ColumnSpec> columns) => string.Join(',', columns);
}
