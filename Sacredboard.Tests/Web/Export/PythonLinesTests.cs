using Sacredboard.Tests.Data.Queries.Language.Corpus;
using Sacredboard.Tests.Data.Stores.Mongo;
using Sacredboard.Tests.Support;
using Sacredboard.Tests.Web.TablePage;

namespace Sacredboard.Tests.Web.Export;

/// <summary>The lines of Python on a page find what the page shows, run by a real Python against the real database and server.</summary>
[Trait("Kind", "Mongo")]
[Trait("Kind", "Python")]
public sealed partial class PythonLinesTests(PythonBoards boards, RealPython python) : IClassFixture<PythonBoards>
{
    public static TheoryData<string> Questions =>
        [.. CorpusQuestion.All.Where(question => question.CanBeAsked).Select(question => question.Words)];

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task A_recorded_question_is_answered_as_Python_answered_it_before(string words)
    {
        var question = CorpusQuestion.All.Single(one => one.Words == words);

        await AssertAnswersAsync(await boards.RecordedAsync(), $"q={Uri.EscapeDataString(question.Query)}", question.StoredIds);
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
        await AssertAnswersAsync(await boards.RecordedAsync(), $"q={Uri.EscapeDataString(query)}&{rest}");

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
        await AssertAnswersAsync(await boards.OddAsync(), $"q={Uri.EscapeDataString(query)}&{rest}");

    /// <summary>The database has values that the table masks, as docs/views-and-export.md says.</summary>
    [Fact]
    public async Task A_hidden_password_is_in_the_database()
    {
        var board = await boards.OddAsync();

        Assert.Single((await RowsAsync(board, "q=password%20%3D%20%22***%22", "id")).EnumerateArray());
        Assert.Empty(await FoundAsync(await RunTablePage.GetAsync(board, "lab/runs?q=password%20%3D%20%22***%22")));
    }
}
