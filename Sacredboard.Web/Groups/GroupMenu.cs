using Sacredboard.Data.Catalog.Snapshots;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries.Grouping;
using Sacredboard.Web.Columns;
using Sacredboard.Web.Formatting;
using Sacredboard.Web.Models.Groups;
using Sacredboard.Web.Table;

namespace Sacredboard.Web.Groups;

/// <summary>Makes the menu that groups the runs of a table.</summary>
public static class GroupMenu
{
    private const int MaxConfigKeys = 6;

    private static readonly (string Title, RunGrouping Grouping)[] DefaultChoices =
    [
        ("Same settings, other seeds", new() { Keys = [OwnFields.Experiment.Field, null] }),
        ("Experiment", By(OwnFields.Experiment.Field)),
        ("Status", By(OwnFields.Status.Field)),
        ("Host", By(OwnFields.Host.Field)),
    ];

    /// <summary>What only some runs have: those in a tree of folders, of several sources, and those that SEML queued together.</summary>
    private static readonly (string Title, RunField Field)[] OfSome =
    [
        ("Folder", OwnFields.Folder.Field),
        ("Source", OwnFields.Source.Field),
        ("Batch", new() { Root = FieldRoot.Meta, Path = ["batch_id"] }),
    ];

    /// <summary>So many of the newest runs are looked at to see whether they have it.</summary>
    private const int RunsLookedAt = 50;

    /// <summary>The default choices and what the runs have besides, then the config keys among the columns.</summary>
    public static GroupMenuViewModel Of(
        TableUrls urls, TableState state, CatalogSnapshot snapshot, IReadOnlyList<RunColumn> columns)
    {
        var links = new GroupUrls(urls, state);
        var current = state.Grouping?.ToString();
        var some = OfSome.Where(choice => snapshot.Runs.Take(RunsLookedAt).Any(run => snapshot.Value(run, choice.Field) is not null))
            .Select(choice => (choice.Title, By(choice.Field)));
        var keys = columns
            .Where(column => column.Field.Root == FieldRoot.Config && !SeedKeys.ByName.Cover(column.Field.Path)).Take(MaxConfigKeys)
            .Select(column => (ValueText.Visible(column.Title), By(column.Field)));
        return new(
            links.Flat,
            [.. DefaultChoices.Concat(some).Concat(keys)
                .Select(choice => (choice.Item1, Text: choice.Item2.ToString(), Url: links.By(choice.Item2)))
                .Select(choice => new GroupChoice(choice.Item1, choice.Text, choice.Url, choice.Text == current))],
            current,
            state.Grouping?.Seeds.ToString());
    }

    private static RunGrouping By(RunField field) => new() { Keys = [field] };
}
