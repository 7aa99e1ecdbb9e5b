using Sacredboard.Data.Queries.Answering;
using Sacredboard.Data.Queries.Language;
using Sacredboard.Data.Queries.MongoFilters;
using Sacredboard.Web.Columns;
using Sacredboard.Web.Export;
using Sacredboard.Web.Formatting;
using Sacredboard.Web.Models.TablePage;
using Sacredboard.Web.Sources;

namespace Sacredboard.Web.Models.Export;

/// <summary>The ways to take what the table shows somewhere else.</summary>
public sealed record ExportViewModel
{
    /// <summary>What can be taken out as files.</summary>
    public required IReadOnlyList<ExportChoice> Choices { get; init; }

    /// <summary>A few lines of Python that read the CSV; scheme and host come between.</summary>
    public required (string Before, string After) Pandas { get; init; }

    /// <summary>A few lines of Python that ask the database itself; null where the runs lie in none, or the query is none.</summary>
    public required string? Pymongo { get; init; }

    public static ExportViewModel Of(TablePageViewModel list, SourceUrls urls, DateTimeOffset now)
    {
        var columns = list.Table.Columns.ToList();
        var shown = columns.Skip(RunColumn.Fixed.Count).Select(column => column.Field).ToList();
        var csv = list.Urls.Export(urls.Export("csv"), shown);
        var times = columns.Zip(ColumnNames.Of(columns)).Where(column => column.First.Kind is "started" or "stopped" or "heartbeat").Select(column => column.Second);
        return new()
        {
            Choices =
            [
                .. list.Groups is null ? [] : new[] { Groups(list, urls) },
                new("runs", $"{Counted(list.Matched, "run")}, {(list.Groups is null ? "the columns shown" : "each by itself")}", csv, list.Urls.Export(urls.Export("json"), shown)),
            ],
            Pandas = PythonSnippets.Pandas(csv, [.. times]),
            Pymongo = Filter(list.Source, list.Query.ToRunQuery(), now) is { } filter ? PythonSnippets.Pymongo(list.Source.Store.Info, filter) : null,
        };
    }

    private static ExportChoice Groups(TablePageViewModel list, SourceUrls urls) => new(
        "groups",
        $"{Counted(list.Pager.Matched, "group")}, their numbers summed up",
        list.Urls.GroupExport(urls.GroupExport("csv")),
        list.Urls.GroupExport(urls.GroupExport("json")));

    private static string Counted(int count, string what) => count == 1 ? $"1 {what}" : $"{NumberText.Count(count)} {what}s";

    private static MongoFilter? Filter(Source source, RunQuery query, DateTimeOffset now) =>
        source.Store.Info.Kind == "mongodb" && QueryParser.TryParse(query.Text, out var tree, out _)
            ? MongoFilterBuilder.Build(source.Catalog.Snapshot.InFull(tree), query.Statuses, query.Sort, now)
            : null;
}

/// <param name="What">A word that tells it from the others.</param>
/// <param name="Title">What it is and how much: "1,204 runs, the columns shown".</param>
public sealed record ExportChoice(string What, string Title, string CsvUrl, string JsonUrl);
