using System.Net;
using System.Text.Json;
using Sacredboard.Data.Runs;
using Sacredboard.Tests.Data.Mongo;
using Sacredboard.Tests.Data.Querying.Language.Corpus;
using Sacredboard.Tests.Support;
using Sacredboard.Tests.Web.Runs;

namespace Sacredboard.Tests.Web.Export;

/// <summary>The lines of Python that a page offers, run by a real Python against the real database and server: they find what the page shows.</summary>
[Collection(MongoCorpusCollection.Name)]
public sealed class PythonLinesTests(PythonBoards boards, RealPython python) : IClassFixture<PythonBoards>
{
    // Which of them that are, is in the docs: what is found then is more, or cannot be sorted.
    private const string LeftOut = "# Left out";
    private const string Liveness = "# Whether a run is probably dead";
    private const string NotSorted = "# Not sorted by";

    public static TheoryData<string> Questions => [.. CorpusQuestion.All.Where(question => question.CanBeAsked).Select(question => question.Words)];

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task A_recorded_question_is_answered_as_Python_answered_it_before(string words)
    {
        var question = CorpusQuestion.All.Single(one => one.Words == words);

        await AnswersAsync(await boards.RecordedAsync(), $"q={Uri.EscapeDataString(question.Query)}", question.StoredIds);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("", "status=FAILED&status=TIMEOUT")]
    [InlineData("", "status=OUT_OF_BUDGET")]
    [InlineData("", "status=RUNNING&status=DEAD")]
    [InlineData("experiment ~ ^digits", "sort=-result")]
    [InlineData("exists(lr)", "sort=lr,-started")]
    [InlineData("kind(batch_size) = number", "sort=experiment,-batch_size")]
    [InlineData("", "sort=-duration")]
    [InlineData("experiment ~ ^digits and exists(result)", "sort=result,-duration")]
    [InlineData("status = completed", "sort=-last(loss)")]
    [InlineData("min(training.loss) < 1 and result > 0.5", "")]
    [InlineData("started > -30000d", "sort=started")]
    [InlineData("tags has baseline or comment contains ids", "")]
    [InlineData("id in (1, 2, null, '540000000000000000000020')", "sort=id")]
    [InlineData("(lr < 0.1 or duration > 1s) and not status = dead", "")]
    public async Task A_table_is_found_again(string query, string rest) =>
        await AnswersAsync(await boards.RecordedAsync(), $"q={Uri.EscapeDataString(query)}&{rest}");

    [Theory]
    [InlineData("\"weird key\" = \"a \\\"quoted\\\" 'text'\"", "")]
    [InlineData("\"weird key\" contains \"\\\"quoted\\\" 'T\"", "")]
    [InlineData("ключ = значение", "")]
    [InlineData("ключ ~ '(?i)^ЗНАЧ'", "")]
    [InlineData("ключ = null", "")]
    [InlineData("ключ == null", "")]
    [InlineData(@"path = 'C:\\temp\\new'", "")]
    [InlineData(@"path ~ '^\\\\\\\\server'", "")]
    [InlineData(@"path ~ '^C:[\\/]temp'", "")]
    [InlineData("path contains '\"\"\"'", "")]
    [InlineData("n = 9007199254740993", "")]
    [InlineData("n > 9007199254740992", "sort=n")]
    [InlineData("n >= 9223372036854775807", "")]
    [InlineData("n in (9007199254740992, 1e300)", "")]
    [InlineData("when > 2026-01-31", "")]
    [InlineData("when = 2026-01-31", "")]
    [InlineData("when = 2026-02-01T12:30:15.250Z", "")]
    [InlineData("multi = \"line\nbreak\ttab\"", "")]
    [InlineData("multi ~ 'line\\sbreak'", "")]
    [InlineData("face contains 🙂", "")]
    [InlineData("face ~ \u202e", "")]
    [InlineData("curly = '{\"$ne\": 1}'", "")]
    [InlineData("kind(curly) = object", "")]
    [InlineData("rx contains 'a.B*'", "")]
    [InlineData("rx ~ 'a.b*c'", "")]
    [InlineData("rx contains '#{'", "")]
    [InlineData("lr = nan or lr = inf", "")]
    [InlineData("not lr < 1", "sort=-lr")]
    [InlineData("layers = 64", "")]
    [InlineData("layers == 64", "")]
    [InlineData("\"true\" = true", "")]
    [InlineData("\"true\" = 'true' or \"true\" = 1", "")]
    [InlineData("experiment = \"näme 'b'\"", "sort=-started")]
    [InlineData("comment contains ÜBER", "status=FAILED&status=it's \"odd\"\\")]
    [InlineData("status in ('IT\\'S \"odd\"\\\\', 'A.B')", "")]
    [InlineData("id = \"it's 4\" or id = 2", "sort=-id")]
    [InlineData("exists(password)", "")]
    public async Task Odd_names_and_values_are_found_again(string query, string rest) =>
        await AnswersAsync(await boards.OddAsync(), $"q={Uri.EscapeDataString(query)}&{rest}");

    /// <summary>As docs/views-and-export.md says: the database has what the table hides.</summary>
    [Fact]
    public async Task A_hidden_password_is_in_the_database()
    {
        var board = await boards.OddAsync();

        Assert.Single((await RowsAsync(board, "q=password%20%3D%20%22***%22", "id")).EnumerateArray());
        Assert.Empty(await FoundAsync(await RunTablePage.GetAsync(board, "lab/runs?q=password%20%3D%20%22***%22")));
    }

    private async Task AnswersAsync(Board board, string parameters, IReadOnlySet<RunId>? stored = null)
    {
        var sort = parameters.Split("sort=") is [_, var levels] ? levels.Replace("-", "", StringComparison.Ordinal) : "started";
        var rows = (await RowsAsync(board, parameters, sort)).EnumerateArray().ToList();
        var page = await RunTablePage.GetAsync(board, $"lab/runs?{parameters}");
        Assert.Empty(page.Problems);
        Assert.Null(page.Document.QuerySelector("[data-query-error]"));
        Assert.True(rows.Count > 0 || stored?.Count == 0, "a question that finds nothing asks for nothing");

        var lines = page.Document.QuerySelector("#pymongo")!.TextContent;
        var found = await FoundAsync(page);
        // A time that is stored as a text is none for MongoDB.
        var odd = board == await boards.RecordedAsync() ? (await RowsAsync(board, "q=kind(.start_time)%20!%3D%20date", "id")).EnumerateArray().Select(Id).ToList() : [];
        var expected = stored ?? rows.Select(Id).Except(parameters.Contains("sort=started", StringComparison.Ordinal) ? odd : []).ToHashSet();
        if (lines.Contains(LeftOut, StringComparison.Ordinal) || lines.Contains(Liveness, StringComparison.Ordinal))
        {
            Assert.Empty(expected.Except(found));
        }
        else
        {
            Assert.Equal(expected.Order(), found.Order());
        }

        var said = lines.Contains(NotSorted, StringComparison.Ordinal) ? SaidLevels(lines) : sort.Split(',').Length;
        OrderIsTheSame(rows, [.. found.Except(odd)], said);
        await PandasReadsAsync(page, rows);
    }

    private static int SaidLevels(string lines) => lines.Contains(".sort(", StringComparison.Ordinal) ? lines.Split(".sort(")[1].Split("], [").Length : 0;

    // Runs that both have, with all values and none of them NaN, by these values: the order of equal ones, and of those without a value, is another.
    private static void OrderIsTheSame(IReadOnlyList<JsonElement> rows, IReadOnlyList<RunId> found, int levels)
    {
        var keys = rows.ToDictionary(Id, row => row.EnumerateObject().Skip(2).Take(levels).Select(value => value.Value).ToList());
        var whole = keys.Where(row => row.Value.All(HasPlace)).Select(row => row.Key).Intersect(found).ToHashSet();

        Assert.Equal(Keys(rows.Select(Id)), Keys(found));

        string[] Keys(IEnumerable<RunId> ids) => [.. ids.Where(whole.Contains).Select(id => string.Join(' ', keys[id].Select(value => value.ValueKind == JsonValueKind.Number ? $"{value.GetDouble()}" : value.GetRawText())))];
    }

    private static bool HasPlace(JsonElement value) => value.ValueKind != JsonValueKind.Null && !(value.ValueKind == JsonValueKind.String && value.ValueEquals("NaN"));

    private async Task PandasReadsAsync(RunTablePage page, IReadOnlyList<JsonElement> rows)
    {
        var answer = await python.RunAsync("pandas", page.Document.QuerySelector("#pandas")!.TextContent);

        Assert.False(answer.TryGetProperty("error", out var error), error.ToString());
        Assert.Equal(rows.Select(row => Text(row.GetProperty("Id"))), answer.GetProperty("ids").EnumerateArray().Select(id => id.GetString()));
        Assert.Equal(["Status", "Id"], answer.GetProperty("columns").EnumerateArray().Take(2).Select(name => name.GetString()));
        Assert.Empty(answer.GetProperty("texts").EnumerateArray());
    }

    private async Task<IReadOnlyList<RunId>> FoundAsync(RunTablePage page)
    {
        var answer = await python.RunAsync("pymongo", page.Document.QuerySelector("#pymongo")!.TextContent);
        Assert.False(answer.TryGetProperty("error", out var error), error.ToString());
        return [.. answer.GetProperty("ids").EnumerateArray().Select(CorpusQuestion.Id)];
    }

    // What the catalog answers. Summaries of metrics may still have to be read for it.
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
        JsonValueKind.Null => "null",
        _ => id.ToString(),
    };
}
