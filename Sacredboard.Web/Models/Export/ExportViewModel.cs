using Sacredboard.Data.Catalog;
using Sacredboard.Data.Mongo.Filters;
using Sacredboard.Data.Querying;
using Sacredboard.Data.Querying.Language;
using Sacredboard.Web.Formatting;
using Sacredboard.Web.Models.Runs;
using Sacredboard.Web.Sources;

namespace Sacredboard.Web.Models.Export;

/// <summary>The ways to take what the table shows somewhere else.</summary>
public sealed record ExportViewModel
{
    /// <summary>How many there are: "1,204 runs".</summary>
    public required string Runs { get; init; }

    /// <summary>All of them, with the columns of the page.</summary>
    public required string CsvUrl { get; init; }

    public required string JsonUrl { get; init; }

    /// <summary>A few lines of Python that read the CSV; scheme and host come between.</summary>
    public required (string Before, string After) Pandas { get; init; }

    /// <summary>A few lines of Python that ask the database itself; null where the runs lie in none, or the query is none.</summary>
    public required string? Pymongo { get; init; }

    public static ExportViewModel Of(RunListViewModel list, SourceUrls urls, DateTimeOffset now)
    {
        var columns = list.Table.Headings.Select(heading => heading.Column).ToList();
        var shown = columns.Skip(RunColumn.Fixed.Count).Select(column => column.Field).ToList();
        var csv = list.Urls.Export(urls.Export("csv"), shown);
        var times = columns.Zip(ColumnNames.Of(columns)).Where(column => column.First.Kind is "started" or "stopped" or "heartbeat").Select(column => column.Second);
        return new()
        {
            Runs = list.Matched == 1 ? "1 run" : $"{NumberText.Count(list.Matched)} runs",
            CsvUrl = csv,
            JsonUrl = list.Urls.Export(urls.Export("json"), shown),
            Pandas = PythonSnippets.Pandas(csv, [.. times]),
            Pymongo = Filter(list.Source, list.Query.ToRunQuery(), now) is { } filter ? PythonSnippets.Pymongo(list.Source.Store.Info.Place, filter) : null,
        };
    }

    private static MongoFilter? Filter(Source source, RunQuery query, DateTimeOffset now) =>
        source.Store.Info.Kind == "mongodb" && QueryParser.TryParse(query.Text, out var tree, out _)
            ? MongoFilterBuilder.Build(source.Catalog.Snapshot.InFull(tree), query.Statuses, query.Sort, now)
            : null;
}
