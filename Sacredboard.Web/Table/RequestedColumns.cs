using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries.Columns;

namespace Sacredboard.Web.Table;

/// <summary>The parameter <c>columns</c> as the table's address has it. How a column is shown there does not matter here; its name does.</summary>
internal static class RequestedColumns
{
    /// <summary>Each column with the name that its values have; false with what is wrong, and where.</summary>
    public static bool TryRead(string text, out IReadOnlyList<(string Name, RunField Field)> columns, out string fault, out int position)
    {
        var read = new List<(string, RunField)>();
        (columns, fault, position) = (read, "", 0);
        foreach (var part in FieldList.Parts(text))
        {
            if (ColumnSpec.Read(part, out var problem) is not { } column || problem is not null)
            {
                var inside = RunField.TryParse(part, out _, out var broken) ? 0 : broken;
                (fault, position) = (problem!, position + inside);
                return false;
            }

            // The text it was asked for with; without what follows the field there.
            read.Add((column.Name ?? (RunField.TryParse(part, out var whole, out _) && whole == column.Field ? part : column.Field.ToString()), column.Field));
            position += part.Length + 1;
        }

        columns = [.. read.DistinctBy(column => column.Item1)];
        return true;
    }
}
