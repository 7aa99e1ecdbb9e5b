using Sacredboard.Data.Fields;

namespace Sacredboard.Data.Queries.Columns;

/// <summary>The text of columns in URLs, separated by commas.</summary>
public static class ColumnList
{
    /// <summary>The valid columns, each field once; <paramref name="faults"/> has a sentence for each of the others.</summary>
    public static IReadOnlyList<ColumnSpec> Read(string text, out IReadOnlyList<string> faults)
    {
        var (columns, seen, found) = (new List<ColumnSpec>(), new HashSet<RunField>(), new List<string>());
        foreach (var (_, part) in FieldList.Parts(text))
        {
            var column = ColumnSpec.Read(part, out var fault);
            if (fault is not null)
            {
                found.Add(fault);
            }

            if (column is not null && seen.Add(column.Field))
            {
                columns.Add(column);
            }
        }

        faults = found;
        return columns;
    }

    public static string ToText(IEnumerable<ColumnSpec> columns) => string.Join(',', columns);
}
