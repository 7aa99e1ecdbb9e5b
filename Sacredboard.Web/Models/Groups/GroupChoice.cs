using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries.Grouping;
using Sacredboard.Web.Formatting;
using Sacredboard.Web.Models.TablePage;
using Sacredboard.Web.Table;

namespace Sacredboard.Web.Models.Groups;

/// <summary>Something that the menu offers to group by.</summary>
/// <param name="Text">As <c>group=</c> has it.</param>
public sealed record GroupChoice(string Title, string Text, string Url, bool IsCurrent)
{
    private const int MostConfigKeys = 6;

    private static readonly (string Title, RunGrouping Grouping)[] Usual =
    [
        ("Same settings, other seeds", new() { Keys = [RunField.Own("experiment"), null] }),
        ("Experiment", By(RunField.Own("experiment"))),
        ("Status", By(RunField.Own("status"))),
        ("Host", By(RunField.Own("host"))),
    ];

    /// <summary>The usual ones, then config keys among the columns.</summary>
    public static IEnumerable<GroupChoice> Of(TablePageViewModel list)
    {
        var links = new GroupUrls(list.Urls, list.Query);
        var keys = list.Table.Columns
            .Where(column => column.Field.Root == FieldRoot.Config && !SeedKeys.ByName.Cover(column.Field.Path)).Take(MostConfigKeys)
            .Select(column => (ValueText.Visible(column.Title), By(column.Field)));
        var current = list.Query.Grouping?.ToString();
        return Usual.Concat(keys).Select(choice =>
            new GroupChoice(choice.Item1, choice.Item2.ToString(), links.By(choice.Item2), choice.Item2.ToString() == current));
    }

    private static RunGrouping By(RunField field) => new() { Keys = [field] };
}
