using System.Text;
using Sacredboard.Data.Fields;
using Sacredboard.Web.Columns;

namespace Sacredboard.Web.Export;

/// <summary>
/// Names for columns in a file, which must be distinct: the title, or the field if several columns have the same title. Own fields always
/// keep their titles.
/// </summary>
public static class ColumnNames
{
    /// <summary>The names in their order; repeated ones get a number.</summary>
    public static IReadOnlyList<string> Distinct(IEnumerable<string> names)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return [.. names.Select(name => Unique(WithoutLoneSurrogates(name), taken))];
    }

    public static IReadOnlyList<string> Of(IReadOnlyList<RunColumn> columns)
    {
        var titles = columns.CountBy(column => column.Title, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(StringComparer.OrdinalIgnoreCase);
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var names = new string[columns.Count];
        foreach (var (i, column) in columns.Index().OrderByDescending(indexed => IsOwn(indexed.Item)))
        {
            var alone = IsOwn(column) || titles[column.Title] == 1;
            names[i] = Unique(WithoutLoneSurrogates(alone ? column.Title : column.Field.ToString()), taken);
        }

        return names;
    }

    private static bool IsOwn(RunColumn column) => column.Field.Root == FieldRoot.Own;

    private static string Unique(string name, HashSet<string> taken)
    {
        var unique = name;
        for (var i = 2; !taken.Add(unique); i++)
        {
            unique = $"{name} ({i})";
        }

        return unique;
    }

    // Replaces lone surrogates, which keys may contain but UTF-8 files cannot.
    private static string WithoutLoneSurrogates(string name) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(name));
}
