using System.Text.Encodings.Web;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Sacredboard.Data.Values;
using Sacredboard.Web.Formatting;

namespace Sacredboard.Tests.Web.Formatting;

public sealed class ValueTreeTests
{
    private static readonly SacredInteger One = new(1);

    [Fact]
    public void An_object_is_a_branch_and_the_rest_are_lines()
    {
        var tree = Render(Object(("optimizer", Object(("lr", new SacredDouble(0.1)), ("name", new SacredText("sgd")))), ("epochs", One)));

        var branch = Assert.Single(tree.QuerySelectorAll("details[data-kind=object]"));
        Assert.Equal("optimizer", branch.QuerySelector("summary .key")!.TextContent);
        Assert.Equal(["lr0.1", "namesgd"], branch.QuerySelectorAll(".leaf").Select(leaf => leaf.TextContent));
        Assert.Equal("number", Assert.Single(tree.QuerySelectorAll(":scope > .leaf .value")).ClassList[1]);
    }

    [Fact]
    public void Markup_in_keys_and_values_stays_text()
    {
        const string Evil = "<img src=x onerror=alert(1)>\"'";

        var tree = Render(Object((Evil, new SacredText(Evil)), ("list", new SacredList([Object((Evil, One))]))));

        Assert.Empty(tree.QuerySelectorAll("img"));
        Assert.Equal(Evil, tree.QuerySelector(".leaf .key")!.TextContent);
        Assert.Equal(Evil, tree.QuerySelector(".leaf .value")!.TextContent);
    }

    [Fact]
    public void Text_that_reads_as_a_number_is_told_apart()
    {
        var tree = Render(Object(("a", new SacredText("32")), ("b", new SacredInteger(32))));

        Assert.Single(tree.QuerySelectorAll(".quoted"));
        Assert.Single(tree.QuerySelectorAll(".number"));
    }

    [Fact]
    public void A_typed_value_names_its_type_and_keeps_what_was_stored()
    {
        var raw = Object(("py/tuple", new SacredList([One])));

        var leaf = Render(Object(("shape", new SacredTyped("tuple", new SacredList([One]), raw)))).QuerySelector(".leaf")!;

        Assert.Equal("tuple", leaf.QuerySelector(".type")!.TextContent);
        Assert.Equal("""{"py/tuple":[1]}""", leaf.GetAttribute("data-json"));
    }

    [Fact]
    public void A_value_that_could_not_be_decoded_is_shown_as_stored()
    {
        var tree = Render(Object(("odd", new SacredTyped("my.Thing", null, Object(("py/object", new SacredText("my.Thing")))))));

        Assert.Equal("my.Thing", tree.QuerySelector("details > summary .type")!.TextContent);
        Assert.Equal("py/object", tree.QuerySelector("details .leaf .key")!.TextContent);
    }

    [Fact]
    public void The_docstring_is_help_and_not_a_key()
    {
        var tree = Render(Object(("__doc__", new SacredText("What it does")), ("lr", One)));

        Assert.Equal("What it does", tree.QuerySelector(".doc")!.TextContent);
        Assert.Equal("lr", Assert.Single(tree.QuerySelectorAll(".key")).TextContent);
    }

    [Fact]
    public void Long_text_is_cut_but_all_there()
    {
        var text = new string('x', 5000);

        var leaf = Render(Object(("text", new SacredText(text)))).QuerySelector(".leaf")!;

        Assert.Equal(text, leaf.QuerySelector("details.whole > .value")!.TextContent);
        Assert.Contains("5,000 characters", leaf.QuerySelector("summary")!.TextContent);
    }

    [Fact]
    public void A_long_list_comes_in_parts()
    {
        var tree = Render(new SacredList([.. Enumerable.Range(0, 250).Select(i => new SacredInteger(i))]));

        Assert.Equal(3, tree.QuerySelectorAll("details[data-kind=chunk]").Length);
        Assert.Equal(250, tree.QuerySelectorAll(".leaf").Length);
    }

    [Fact]
    public void Two_hundred_levels_and_a_hundred_thousand_keys_are_shown_as_far_as_a_browser_can()
    {
        SacredValue deep = Object(("bottom", One));
        for (var i = 0; i < 200; i++)
        {
            deep = Object(("in", deep));
        }

        var wide = Object([.. Enumerable.Range(0, 100_000).Select(i => ($"key{i}", (SacredValue)One))]);
        var tree = Render(Object(("deep", deep), ("wide", wide)));

        Assert.Contains("bottom", tree.TextContent);
        Assert.Contains("all as JSON", tree.TextContent);
        Assert.Equal("/whole?a=1&b=2", tree.QuerySelector("a")!.GetAttribute("href"));
        Assert.True(tree.QuerySelectorAll("[data-node]").Length <= 20_001);
    }

    [Fact]
    public void A_long_list_takes_no_room_of_the_keys_beside_it()
    {
        var list = new SacredList([.. Enumerable.Range(0, 30_000).Select(i => new SacredInteger(i))]);
        var tree = Render(Object(("a_list", list), ("in", Object(("b_list", list), ("deep", One))), ("f1_score", One)));

        Assert.Equal(["a_list", "in", "b_list", "deep", "f1_score"], tree.QuerySelectorAll("[data-node] .key:not(.index)").Select(key => key.TextContent));
        Assert.InRange(tree.QuerySelectorAll("[data-node]").Length, 1000, 3000);
        Assert.Contains("29,000 more", tree.TextContent);
    }

    private static IElement Render(SacredValue value)
    {
        using var writer = new StringWriter();
        new ValueTree(value, "/whole?a=1&b=2").WriteTo(writer, HtmlEncoder.Default);
        return new HtmlParser().ParseDocument(writer.ToString()).Body!.FirstElementChild!;
    }

    private static SacredObject Object(params (string Key, SacredValue Value)[] members) =>
        new([.. members.Select(member => KeyValuePair.Create(member.Key, member.Value))]);
}
