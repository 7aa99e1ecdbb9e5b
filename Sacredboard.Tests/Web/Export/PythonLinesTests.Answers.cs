using System.Net;
using System.Text.Json;
using Sacredboard.Data.Runs;
using Sacredboard.Tests.Data.Queries.Language.Corpus;
using Sacredboard.Tests.Support;
using Sacredboard.Tests.Web.TablePage;

namespace Sacredboard.Tests.Web.Export;

public sealed partial class PythonLinesTests
{
    // The remarks in the lines: that they find more runs, or sort them in another way.
    private const string LeftOut = "# Left out";
    private const string Liveness = "# Whether a run is dead";
    private const string NotSorted = "# Not sorted by";

    private async Task AssertAnswersAsync(Board board, string parameters, IReadOnlySet<RunId>? stored = null)
    {
        var sort = parameters.Split("sort=") is [_, var levels] ? levels.Replace("-", "", StringComparison.Ordinal) : "started";
        var rows = (await RowsAsync(board, parameters, sort)).EnumerateArray().ToList();
        var page = await RunTablePage.GetAsync(board, $"lab/runs?{parameters}");
        Assert.Empty(page.Problems);
        Assert.Null(page.Document.QuerySelector("[data-query-error]"));
        Assert.True(rows.Count > 0 || stored?.Count == 0, "a question that finds nothing asks for nothing");

        var lines = page.Document.QuerySelector("#pymongo")!.TextContent;
        var found = await FoundAsync(page);
        // MongoDB does not compare a time that is stored as text.
        var odd = board == await boards.RecordedAsync()
            ? (await RowsAsync(board, "q=kind(.start_time)%20!%3D%20date", "id")).EnumerateArray().Select(Id).ToList()
            : [];
        var expected = stored ?? rows.Select(Id)
            .Except(parameters.Contains("sort=started", StringComparison.Ordinal) ? odd : [])
            .ToHashSet();
        if (lines.Contains(LeftOut, StringComparison.Ordinal) || lines.Contains(Liveness, StringComparison.Ordinal))
        {
            Assert.Empty(expected.Except(found));
        }
        else
        {
            Assert.Equal(expected.Order(), found.Order());
        }

        var said = lines.Contains(NotSorted, StringComparison.Ordinal) ? SaidLevels(lines) : sort.Split(',').Length;
        AssertOrderIsTheSame(rows, [.. found.Except(odd)], said);
        await AssertPandasReadsAsync(page, rows);
    }

    private static int SaidLevels(string lines) =>
        lines.Contains(".sort(", StringComparison.Ordinal) ? lines.Split(".sort(")[1].Split("], [").Length : 0;

    // Only runs that both found and that have all values, none of them NaN: others, and equal ones, are in another order.
    private static void AssertOrderIsTheSame(IReadOnlyList<JsonElement> rows, IReadOnlyList<RunId> found, int levels)
    {
        var keys = rows.ToDictionary(Id, row => row.EnumerateObject().Skip(2).Take(levels).Select(value => value.Value).ToList());
        var whole = keys.Where(row => row.Value.All(HasPlace)).Select(row => row.Key).Intersect(found).ToHashSet();

        Assert.Equal(Keys(rows.Select(Id)), Keys(found));

        string[] Keys(IEnumerable<RunId> ids) =>
            [.. ids.Where(whole.Contains).Select(id =>
                string.Join(
                    ' ',
                    keys[id].Select(value => value.ValueKind == JsonValueKind.Number ? $"{value.GetDouble()}" : value.GetRawText())))];
    }

    private static bool HasPlace(JsonElement value) =>
        value.ValueKind != JsonValueKind.Null && !(value.ValueKind == JsonValueKind.String && value.ValueEquals("NaN"));

    private async Task AssertPandasReadsAsync(RunTablePage page, IReadOnlyList<JsonElement> rows)
    {
        var answer = await python.RunAsync("pandas", page.Document.QuerySelector("#pandas")!.TextContent);

        Assert.False(answer.TryGetProperty("error", out var error), error.ToString());
        Assert.Equal(
            rows.Select(row => Text(row.GetProperty("Id"))),
            answer.GetProperty("ids").EnumerateArray().Select(id => id.GetString()));
        Assert.Equal(["Status", "Id"], answer.GetProperty("columns").EnumerateArray().Take(2).Select(name => name.GetString()));
        Assert.Empty(answer.GetProperty("texts").EnumerateArray());
    }

    private async Task<IReadOnlyList<RunId>> FoundAsync(RunTablePage page)
    {
        var answer = await python.RunAsync("pymongo", page.Document.QuerySelector("#pymongo")!.TextContent);
        Assert.False(answer.TryGetProperty("error", out var error), error.ToString());
        return [.. answer.GetProperty("ids").EnumerateArray().Select(CorpusQuestion.Id)];
    }

    // The result of the catalog, which may first have to read statistics of metrics.
    private static async Task<JsonElement> RowsAsync(Board board, string parameters, string columns)
    {
        await board.LoadedAsync();
        using var client = new HttpClient { BaseAddress = board.Address };
        while (true)
        {
            using var answer = await client.GetAsync($"lab/runs.json?{parameters}&columns={columns}", TestContext.Current.CancellationToken);
            if (answer.StatusCode != HttpStatusCode.ServiceUnavailable)
            {
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
                return JsonElement.Parse(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
            }

            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    private static RunId Id(JsonElement row) => CorpusQuestion.Id(row.GetProperty("Id"));

    private static string Text(JsonElement id) => id.ValueKind switch
    {
        JsonValueKind.Object => id.EnumerateObject().First().Value.GetString()!,
        // CSV has no null.
        JsonValueKind.Null => "",
        _ => id.ToString(),
    };
}
