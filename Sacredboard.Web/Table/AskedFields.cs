using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries.Columns;

namespace Sacredboard.Web.Table;

/// <summary>
/// The fields of the parameters <c>columns</c> and <c>group</c>, each under the name that a script finds its values by: the name it was given there, or
/// else the text it was asked for with. How a column is shown does not matter here.
/// </summary>
internal static class AskedFields
{
    /// <param name="text">One that <see cref="TableUrl"/> can read; what it cannot is left out.</param>
    public static IReadOnlyList<(string Name, RunField Field)> Of(string? text) =>
        [.. FieldList.Parts(text ?? "").Select(Read).OfType<(string Name, RunField)>().DistinctBy(field => field.Name)];

    // Without what follows the field there.
    private static (string, RunField)? Read(string part) => ColumnSpec.Read(part, out _) is not { } column ? null
        : (column.Name ?? (RunField.TryParse(part, out var whole, out _) && whole == column.Field ? part : column.Field.ToString()), column.Field);
}
