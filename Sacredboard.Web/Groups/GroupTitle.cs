using Sacredboard.Data.Catalog.Snapshots;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries;
using Sacredboard.Data.Queries.Grouping;
using Sacredboard.Web.Formatting;

namespace Sacredboard.Web.Groups;

/// <summary>The title of a table of groups.</summary>
internal static class GroupTitle
{
    private const int MaxSeeds = 4;

    /// <summary>"experiment, config without seeds".</summary>
    public static string Of(RunGrouping grouping) => Words(grouping, "seeds");

    /// <summary>"34 groups by experiment, config without seed": names only seeds that some run has.</summary>
    public static string Of(RunGrouping grouping, int count, CatalogSnapshot snapshot) =>
        $"{(count == 1 ? "1 group" : $"{NumberText.Count(count)} groups")} by {Words(grouping, Seeds(grouping, snapshot))}";

    private static string Words(RunGrouping grouping, string seeds)
    {
        var config = seeds.Length == 0 ? "config" : $"config without {seeds}";
        return string.Join(", ", grouping.Keys.Select(key => key is null ? config : ValueText.Visible(key.ToString())));
    }

    private static string Seeds(RunGrouping grouping, CatalogSnapshot snapshot)
    {
        if (!grouping.HasConfig)
        {
            return "";
        }

        List<string> keys =
        [
            .. snapshot.Queries().Columns.Paths
                .Where(column => column.Field.Root == FieldRoot.Config && !column.HasChildren && grouping.Seeds.Cover(column.Field.Path))
                .Select(column => ValueText.Visible(column.Field.ToString())).Take(MaxSeeds + 1),
        ];
        return keys.Count > MaxSeeds ? $"{string.Join(", ", keys.Take(MaxSeeds))} and others" : string.Join(" and ", keys);
    }
}
