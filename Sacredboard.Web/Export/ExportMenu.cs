using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries;
using Sacredboard.Data.Queries.Answering;
using Sacredboard.Data.Queries.Language;
using Sacredboard.Data.Queries.MongoFilters;
using Sacredboard.Web.Columns;
using Sacredboard.Web.Formatting;
using Sacredboard.Web.Models.Export;
using Sacredboard.Web.Models.TablePage;
using Sacredboard.Web.Sources;

namespace Sacredboard.Web.Export;

/// <summary>Makes the menu with a table's exports: files and lines of Python.</summary>
public static class ExportMenu
{
    public static ExportViewModel Of(TablePageViewModel page, SourceUrls urls, DateTimeOffset now)
    {
        var columns = page.Table.Columns.ToList();
        var shown = columns.Skip(RunColumn.Fixed.Count).Select(column => column.Field).ToList();
        var csv = page.Urls.Export(urls.Export("csv"), shown);
        var times = columns.Zip(ColumnNames.Of(columns))
            .Where(column => column.First.Field.OwnField is { Kind: OwnKind.Time })
            .Select(column => column.Second);
        return new()
        {
            Choices =
            [
                .. page.Groups is null ? [] : new[] { Groups(page, urls) },
                new(
                    "runs",
                    $"{Counted(page.Matched, "run")}, {(page.Groups is null ? "the columns shown" : "one line each")}",
                    csv,
                    page.Urls.Export(urls.Export("json"), shown)),
            ],
            Pandas = PythonSnippets.Pandas(csv, [.. times]),
            Pymongo = Filter(page.Source, page.Resolved.Runs, now) is { } filter
                ? PythonSnippets.Pymongo(page.Source.Info.Place, filter)
                : null,
        };
    }

    private static ExportChoice Groups(TablePageViewModel page, SourceUrls urls) => new(
        "groups",
        $"{Counted(page.Pager.Matched, "group")}, with statistics",
        page.Urls.GroupExport(urls.GroupExport("csv")),
        page.Urls.GroupExport(urls.GroupExport("json")));

    private static string Counted(int count, string what) => count == 1 ? $"1 {what}" : $"{NumberText.Count(count)} {what}s";

    private static MongoFilter? Filter(Source source, RunQuery query, DateTimeOffset now) =>
        source.Info.HasMongoDocuments && QueryParser.TryParse(query.Text, out var tree, out _)
            ? MongoFilterBuilder.Build(source.Catalog.Snapshot.Queries().InFull(tree.In(query.Zone)), query.Statuses, query.Sort, now)
            : null;
}
