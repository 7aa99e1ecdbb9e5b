using Sacredboard.Data.Querying;
using Sacredboard.Web.Formatting;
using Sacredboard.Web.Models.Runs;
using Sacredboard.Web.Sources;

namespace Sacredboard.Web.Models.Export;

/// <summary>The ways to take what the table shows somewhere else.</summary>
/// <param name="Runs">How many there are: "1,204 runs".</param>
/// <param name="CsvUrl">All of them, with the columns of the page.</param>
public sealed record ExportViewModel(string Runs, string CsvUrl, string JsonUrl)
{
    public static ExportViewModel Of(SourceUrls urls, RunListUrls links, RunPage page, IReadOnlyList<RunColumn> columns)
    {
        var shown = columns.Skip(RunColumn.Fixed.Count).Select(column => column.Field).ToList();
        return new(
            page.Matched == 1 ? "1 run" : $"{NumberText.Count(page.Matched)} runs",
            links.Export(urls.Export("csv"), shown),
            links.Export(urls.Export("json"), shown));
    }
}
