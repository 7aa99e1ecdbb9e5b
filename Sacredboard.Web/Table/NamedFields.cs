using Sacredboard.Data.Catalog.Snapshots;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries;
using Sacredboard.Data.Queries.Columns;
using Sacredboard.Data.Queries.Grouping;

namespace Sacredboard.Web.Table;

/// <summary>
/// The fields of the API's parameters <c>columns</c> and <c>group</c>, each with the name of its values in the answer: the name that it
/// was given there, or else its text. Formats of columns are ignored.
/// </summary>
internal static class NamedFields
{
    /// <param name="text">The value of the parameter; parts that cannot be read are left out.</param>
    public static IReadOnlyList<(string Name, RunField Field)> Of(string? text) => LeftOutFields.Beside<(string Name, RunField Field)>(
        [
            .. FieldList.Parts(text ?? "").Select(part => Read(part.Part)).OfType<(string Name, RunField Field)>()
                .DistinctBy(field => field.Name),
        ],
        column => column.Field,
        field => (field.ToString(), field));

    /// <summary>The names of what the runs are grouped by, in the order of the keys; two names of the same field are one key.</summary>
    public static IReadOnlyList<string> KeyNames(string group, CatalogSnapshot snapshot) =>
        [.. FieldList.Parts(group).Select(part => part.Part)
            .DistinctBy(part => RunGrouping.TryParse(part, out var one, out _) ? Resolve(one.Keys[0], snapshot) : null)];

    private static RunField? Resolve(RunField? key, CatalogSnapshot snapshot) => key is null ? null : snapshot.Queries().Resolve([key])[0];

    // A column without a name is named by its field, without the format that follows it.
    private static (string Name, RunField Field)? Read(string part) => ColumnSpec.Read(part, out _) is not { } column ? null
        : column.Name is { } name ? (name, column.Field)
        : RunField.TryParse(part, out var whole, out _) && whole == column.Field ? (part, column.Field)
        : (column.Field.ToString(), column.Field);
}
