using System.Net;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Web.ColumnsPage;

/// <summary>Choosing columns without scripts.</summary>
public sealed class ColumnChooserTests(SamplesBoard samples)
{
    [Fact]
    public async Task The_table_leads_to_the_chooser_which_knows_its_columns_and_the_way_back()
    {
        var chooser = await GetAsync("samples/columns?q=mlp&sort=-started&columns=host,optimizer.lr&size=25");

        Assert.Equal(["host", "optimizer.lr"], chooser.Chosen);
        Assert.Equal("/samples/runs?q=mlp&sort=-started&columns=host,optimizer.lr&size=25", chooser.TableUrl);
        Assert.Empty(chooser.Document.QuerySelectorAll("[style], style, script:not([src])"));
    }

    [Fact]
    public async Task Every_field_is_offered_with_how_many_runs_have_it_and_an_example()
    {
        var chooser = await GetAsync("samples/columns");

        Assert.Contains("optimizer.lr", chooser.Available);
        Assert.Contains("host.os", string.Join(' ', chooser.Available));
        Assert.Contains("comment", chooser.Available);
        Assert.DoesNotContain("status", chooser.Available);
        Assert.Contains("0.", chooser.Field("optimizer.lr").TextContent);
        Assert.Equal("42", chooser.Field("experiment").QuerySelector(".field-runs")!.FirstChild!.TextContent.Trim());
        Assert.Equal("true", chooser.Field("experiment").GetAttribute("aria-pressed"));
    }

    [Fact]
    public async Task Every_metric_is_offered_with_its_summaries_and_one_at_a_step_can_be_typed()
    {
        var chooser = await GetAsync("samples/columns?columns=host&find=validation.loss+min");
        for (var i = 0; i < 20 && chooser.Document.QuerySelector("[data-metrics-later]") is not null; i++)
        {
            chooser = await GetAsync("samples/columns?columns=host&find=validation.loss+min");
        }

        Assert.Equal(["min(validation.loss)", "argmin(validation.loss)"], chooser.Available);
        Assert.Equal(["host", "min(validation.loss)"], (await chooser.PressAsync("add", "min(validation.loss)")).Chosen);

        chooser = await chooser.SendAsync("[data-find]", ("find", "max(validation.loss)"));
        Assert.Equal(["max(validation.loss)", "argmax(validation.loss)"], chooser.Available);

        chooser = await chooser.SendAsync("[data-find]", ("find", "at(validation.loss, 3)"));
        Assert.Equal(["at(validation.loss, 3)"], chooser.Available);
    }

    [Fact]
    public async Task A_bare_name_is_the_field_that_queries_take_it_for()
    {
        var chooser = await GetAsync("samples/columns?columns=host&find=lr");

        Assert.Contains("optimizer.lr", chooser.Available);
        Assert.DoesNotContain("lr", chooser.Available);
        Assert.Contains("nosuch", (await GetAsync("samples/columns?columns=host&find=nosuch")).Available);
    }

    [Fact]
    public async Task A_field_is_added_moved_and_removed_by_plain_buttons()
    {
        var chooser = await GetAsync("samples/columns?columns=host,result");

        chooser = await chooser.PressAsync("add", "optimizer.lr");
        Assert.Equal(["host", "result", "optimizer.lr"], chooser.Chosen);

        chooser = await chooser.PressAsync("up", "optimizer.lr");
        Assert.Equal(["host", "optimizer.lr", "result"], chooser.Chosen);

        chooser = await chooser.PressAsync("down", "host");
        chooser = await chooser.PressAsync("remove", "result");
        Assert.Equal(["optimizer.lr", "host"], chooser.Chosen);
        Assert.EndsWith("/samples/columns?columns=optimizer.lr,host", chooser.Address.AbsoluteUri);
        Assert.Equal(["status", "id", "optimizer.lr", "host"], (await chooser.TableAsync()).Columns);
    }

    [Fact]
    public async Task The_last_and_the_first_stay_where_they_are()
    {
        var chooser = await GetAsync("samples/columns?columns=host,result");

        Assert.Equal(["host", "result"], (await chooser.PressAsync("up", "host")).Chosen);
        Assert.Equal(["host", "result"], (await chooser.PressAsync("down", "result")).Chosen);
        Assert.Equal(["result", "host"], (await GetAsync("samples/columns?columns=host,result&move=host&to=99")).Chosen);
    }

    [Fact]
    public async Task A_column_is_given_a_name_and_a_look()
    {
        var chooser = await (await GetAsync("samples/columns?columns=optimizer.lr")).PressAsync("edit", "optimizer.lr");

        chooser = await chooser.SendAsync(
            "[data-look]",
            ("name", " rate, \"η\" "),
            ("numbers", "scientific"),
            ("digits", "1"),
            ("look", "bar"));

        Assert.Equal("/samples/runs?columns=optimizer.lr~%22rate,%20%5C%22%CE%B7%5C%22%22~e1~bar", chooser.TableUrl);
        Assert.Equal("rate, \"η\"", (await chooser.TableAsync()).Document.QuerySelector("[data-column='optimizer.lr'] bdi")!.TextContent);
        Assert.Equal("scientific", chooser.Document.QuerySelector("[data-look] [name=numbers] [selected]")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("name=&numbers=nonsense&digits=x&look=17", "")]
    [InlineData("numbers=percent&digits=", "~p1")]
    [InlineData("numbers=significant&digits=0", "~g1")]
    [InlineData("numbers=fixed&digits=999&look=Scale", "~f15~scale")]
    [InlineData("numbers=1&look=1", "")]
    public async Task Invalid_form_values_mean_the_default(string fields, string look)
    {
        // A bare name is resolved as in the table.
        Assert.Equal(
            "/samples/runs?columns=optimizer.lr" + look,
            (await GetAsync("samples/columns?columns=lr~e2&set=lr&" + fields)).TableUrl);
    }

    [Fact]
    public async Task Columns_that_differ_take_the_place_of_the_settings_and_keep_their_looks()
    {
        var chooser = await (await GetAsync("samples/columns?q=digits_mlp&columns=experiment,optimizer.lr~e2,result"))
            .PressAsync("differ", "1");

        Assert.Equal("experiment", chooser.Chosen[0]);
        Assert.Equal("result", chooser.Chosen[^1]);
        Assert.Contains("optimizer.lr~e2", chooser.TableUrl);
        Assert.True(chooser.Chosen.Count > 4, string.Join(' ', chooser.Chosen));
        var table = await chooser.TableAsync();
        foreach (var column in table.Columns.Skip(3).SkipLast(1))
        {
            var at = table.Columns.ToList().IndexOf(column);
            Assert.True(table.Ids.Select(id => table.Row(id).Children[at].TextContent).Distinct().Count() > 1, $"{column} differs");
        }
    }

    [Fact]
    public async Task Without_differing_settings_the_columns_stay()
    {
        Assert.Equal(["optimizer.lr", "host"], (await GetAsync("samples/columns?q=no+such+run&columns=optimizer.lr,host&differ=1")).Chosen);
    }

    [Fact]
    public async Task The_usual_columns_come_back()
    {
        var chooser = await (await GetAsync("samples/columns?columns=host")).PressAsync("usual", "1");

        Assert.Equal("/samples/runs", chooser.TableUrl);
        Assert.Contains("experiment", chooser.Chosen);
        Assert.Null(chooser.Document.QuerySelector("button[name=usual]"));
    }

    [Fact]
    public async Task Fields_are_searched_by_all_words_and_a_field_that_no_run_lists_can_be_added()
    {
        var chooser = await (await GetAsync("samples/columns?columns=host")).SendAsync("[data-find]", ("find", "OPTIM config. lr"));
        Assert.Equal("optimizer.lr", chooser.Available[1]);
        Assert.DoesNotContain("optimizer.momentum", chooser.Available);
        Assert.Contains("optimizer.lr", chooser.Available);

        chooser = await (await GetAsync("samples/columns?columns=host")).SendAsync("[data-find]", ("find", "layers[0].size"));
        Assert.Equal(["layers.0.size"], chooser.Available);
        Assert.Equal(["host", "layers.0.size"], (await chooser.PressAsync("add", "layers.0.size")).Chosen);
    }

    [Theory]
    [InlineData("add=a..b")]
    [InlineData("remove=%22")]
    [InlineData("up=nothing")]
    [InlineData("move=host&to=-4")]
    [InlineData("move=nothing&to=1")]
    [InlineData("set=nothing&name=x")]
    [InlineData("edit=%22&find=%22%22%22")]
    [InlineData("add=status")]
    public async Task No_step_breaks_anything(string step)
    {
        var chooser = await GetAsync("samples/columns?columns=host&" + step);

        Assert.Equal(HttpStatusCode.OK, chooser.Status);
        Assert.Equal(["host"], chooser.Chosen);
    }

    [Theory]
    [InlineData("a.b")]
    [InlineData("")]
    [InlineData("it's \"so\"")]
    [InlineData("<b>")]
    [InlineData("~bar,x&y=z#%")]
    public async Task A_key_of_any_kind_can_be_a_column(string key)
    {
        var longKey = new string('k', 1000);
        var store = new MemoryRunStore();
        store.Put([
            TestRuns.Run(1).With((key, TestRuns.Object((longKey, 41)))),
            TestRuns.Run(2).With((key, TestRuns.Object((longKey, 42))))]);
        await using var board = Board.OnStore(store);

        var chooser = await ChooserPage.GetAsync(board, "lab/columns?columns=host&add=ignored&remove=");
        chooser = await chooser.PressAsync("add", chooser.Available.Single(field => field.Contains(longKey)));
        chooser = await chooser.PressAsync("up", chooser.Chosen[^1]);
        chooser = await chooser.PressAsync("edit", chooser.Chosen.Single(field => field.Contains(longKey)));
        chooser = await chooser.SendAsync("[data-look]", ("name", key));

        var table = await chooser.TableAsync();
        Assert.Contains("42", table.Row("2").TextContent);
        Assert.Empty(table.Document.QuerySelectorAll("th b"));
        Assert.Equal(
            key.Length == 0 ? longKey : key,
            table.Document.QuerySelectorAll("[data-column]")
                .Single(heading => heading.GetAttribute("data-column")!.Contains(longKey))
                .QuerySelector("bdi")!.TextContent);
    }

    private Task<ChooserPage> GetAsync(string path) => ChooserPage.GetAsync(samples.Board, path);
}
