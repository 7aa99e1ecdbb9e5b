using Sacredboard.Data.Catalog.Snapshots;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries;
using Sacredboard.Data.Queries.Columns;
using Sacredboard.Data.Queries.Grouping;

namespace Sacredboard.Web.Table;

/// <summary>
/// The fields of the parameter <c>columns</c>, each under the name that a script finds its values by: the name it was given there, or else the
/// text it was asked for with. How a column is shown does not matter here.
/// </summary>
internal static class AskedFields
{
    /// <param name="text">One that <see cref="TableUrl"/> can read; what it cannot is left out.</param>
    public static IReadOnlyList<(string Name, RunField Field)> Of(string? text) =>
        [.. FieldList.Parts(text ?? "").Select(Read).OfType<(string Name, RunField)>().DistinctBy(field => field.Name)];

    /// <summary>How what the runs are grouped by is written, in the order of the keys; two ways to write the same field are one key.</summary>
    public static IReadOnlyList<string> Keys(string group, CatalogSnapshot snapshot) =>
        [.. FieldList.Parts(group).DistinctBy(part => RunGrouping.TryParse(part, out var one, out _) ? Meant(one.Keys[0], snapshot) : null)];

    private static RunField? Meant(RunField? key, CatalogSnapshot snapshot) => key is null ? null : snapshot.Queries().Resolve([key])[0];

    // Without what follows the field there.
    private static (string, RunField)? Read(string part) => ColumnSpec.Read(part, out _) is not { } column ? null
        : column.Name is { } name ? (name, column.Field)
        : RunField.TryParse(part, out var whole, out _) && whole == column.Field ? (part, column.Field)
        : (column.Field.ToString(), column.Field);
}
