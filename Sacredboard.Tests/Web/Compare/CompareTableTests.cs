using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Sacredboard.Tests.Web.Curves;
using Sacredboard.Web.Formatting;

namespace Sacredboard.Tests.Web.Compare;

public sealed class CompareTableTests(CurvesBoard board) : CompareTest(board.Board), IClassFixture<CurvesBoard>
{
    [Fact]
    public async Task Groups_are_columns_with_their_means_and_common_values()
    {
        var page = await ReadAsync("ids=1,2,3,4,5,6&group=config");

        Assert.Equal(["1", "4"], page.QuerySelectorAll("thead [data-group]").Select(head => head.GetAttribute("data-group")));
        Assert.Equal(["2.0 ± 1.0", "5.0 ± 1.0"], Row(page, "last(loss)"));
        Assert.Equal(["Completed", "Completed"], Row(page, "status"));
        Assert.Equal(["0.1", "0.2"], Row(page, "lr"));
        Assert.Equal("2.0 ± 1.0", Best(page, "last(loss)"));
    }

    [Fact]
    public async Task What_is_better_is_chosen_by_row_and_kept_in_the_address()
    {
        var page = await ReadAsync("ids=1,4");
        var higher = await Pages.ReadAsync(page.QuerySelector("tr[data-field='last(loss)'] [data-higher]")!.GetAttribute("href")!);

        Assert.Equal("4.02", Best(higher, "last(loss)"));
        Assert.Equal("1.02", Best(higher, "min(loss)"));
        var lower = await Pages.ReadAsync(higher.QuerySelector("tr[data-field='last(loss)'] [data-lower]")!.GetAttribute("href")!);
        Assert.Equal("1.02", Best(lower, "last(loss)"));
    }

    [Fact]
    public async Task Rows_are_found_by_a_part_of_their_names()
    {
        var page = await ReadAsync("ids=1,4&find=LOSS");
        Assert.Equal(["last(loss)", "min(loss)", "max(loss)"], page.QuerySelectorAll("tr[data-field]").Select(row => row.GetAttribute("data-field")));
    }

    [Fact]
    public async Task The_table_is_a_file_for_papers()
    {
        Assert.Equal(
            """
            % \usepackage{booktabs}
            \begin{tabular}{lrr}
            \toprule
             & lr=0.1 & lr=0.2 \\
            \midrule
            last(loss) & \textbf{2.0 $\pm$ 1.0} & 5.0 $\pm$ 1.0 \\
            \bottomrule
            \end{tabular}

            """,
            await FileAsync("tex", "ids=1,2,3,4,5,6&group=config&find=last(loss)"));
        Assert.Equal(
            """
            |  | 1 lr=0.1 seed=1 | 4 lr=0.2 seed=4 |
            | --- | ---: | ---: |
            | last\(loss\) | **1.02** | 4.02 |

            """,
            await FileAsync("md", "ids=1,4&find=last(loss)"));
        Assert.Equal(
            "run,mean last(loss),std last(loss)\r\nlr=0.1,2.02,1.0\r\nlr=0.2,5.02,1.0\r\n",
            await FileAsync("csv", "ids=1,2,3,4,5,6&group=config&find=last(loss)"));
    }

    [Theory]
    [InlineData("ids=99", HttpStatusCode.NotFound)]
    [InlineData("ids=1&lower=a..b", HttpStatusCode.BadRequest)]
    [InlineData("ids=odd,long,plain&keys=all", HttpStatusCode.OK)]
    public async Task A_file_says_what_is_wrong(string query, HttpStatusCode status)
    {
        foreach (var ending in new[] { "md", "tex", "csv" })
        {
            using var answer = await Pages.SendAsync($"/lab/compare/table.{ending}?{query}");
            Assert.Equal(status, answer.StatusCode);
        }
    }

    [Theory]
    [InlineData(@"\input{/etc/passwd} & 100 % #1 $x_1^2$ ~", @"\textbackslash{}input\{/etc/passwd\} \& 100 \% \#1 \$x\_1\textasciicircum{}2\$ \textasciitilde{}")]
    [InlineData("[1, 2] * <b> \"a|b\"", "{[}1, 2] {*} \\textless{}b\\textgreater{} ''a\\textbar{}b''")]
    [InlineData("0.5 ± 0.1\nnext", @"0.5 $\pm$ 0.1 next")]
    public void Any_text_is_only_printed_by_latex(string text, string latex) => Assert.Equal(latex, LatexText.Of(text));

    [Theory]
    [InlineData("a|b", @"a\|b")]
    [InlineData("<script>alert(1)</script>", @"\<script\>alert\(1\)\</script\>")]
    [InlineData("[x](javascript:y) `z` *b* _c_\n# d", @"\[x\]\(javascript:y\) \`z\` \*b\* \_c\_ \# d")]
    public void Any_text_is_only_shown_by_markdown(string text, string markdown) => Assert.Equal(markdown, MarkdownText.Of(text));

    private async Task<string> FileAsync(string ending, string query)
    {
        using var answer = await Pages.SendAsync($"/lab/compare/table.{ending}?{query}");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private async Task<IHtmlDocument> ReadAsync(string query)
    {
        var page = await Pages.ReadAsync($"/lab/compare?tab=table&{query}");
        Assert.Empty(page.QuerySelectorAll("[style], style, script:not([src]), main script"));
        return page;
    }
}
