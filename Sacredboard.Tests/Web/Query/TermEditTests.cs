using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.WebUtilities;
using Sacredboard.Tests.Support;
using Sacredboard.Tests.Web.TablePage;

namespace Sacredboard.Tests.Web.Query;

/// <summary>Terms are edited by their links and the builder's form, without scripts.</summary>
public sealed class TermEditTests(SamplesBoard samples)
{
    private const string Query = "q=id+%3E+40+and+not+(id+%3D+1+or+lr+%3C+0)+and+digits+and+(id+%3D+41+or+id+%3D+42)+and+exists(lr)";
    private const string Off = "off=id+%3D+3+or+id+%3D+4&off=not+host&off=word&off=kind(lr)+%3D+number&off=missing(lr)";

    [Theory]
    [InlineData("0", "id", ">", "40")]
    [InlineData("4", "lr", "exists", null)]
    [InlineData("off3", "kind(lr)", "=", "number")]
    [InlineData("off4", "lr", "missing", null)]
    public async Task A_single_condition_is_edited_by_its_parts(string place, string field, string op, string? value)
    {
        var form = await EditAsync($"{Query}&{Off}", place);

        Assert.Equal(field, Field(form, "field").Value);
        Assert.Equal(op, form.QuerySelector<IHtmlSelectElement>("[name=op]")!.Value);
        Assert.Equal(value ?? "", Field(form, "value").Value);

        var answer = await SubmitAsync(form, ("field", "id"), ("op", "<"), ("value", "42"));
        Assert.Equal("id < 42", Chip(answer, place));
        Assert.Equal(10, Chips(answer).Count);
        Assert.False(IsOpen(answer));
    }

    [Theory]
    [InlineData("1", "not (id = 1 or lr < 0)")]
    [InlineData("2", "digits")]
    [InlineData("3", "(id = 41 or id = 42)")]
    [InlineData("off0", "id = 3 or id = 4")]
    [InlineData("off1", "not host")]
    [InlineData("off2", "word")]
    public async Task Any_other_term_is_edited_as_text(string place, string text)
    {
        var form = await EditAsync($"{Query}&{Off}", place);
        Assert.Equal(text, Field(form, "text").Value);
        Assert.Null(form.QuerySelector("[data-term-as]"));

        var answer = await SubmitAsync(form, ("text", "id = 41 or digits"));

        Assert.Equal(place.StartsWith("off", StringComparison.Ordinal) ? "id = 41 or digits" : "(id = 41 or digits)", Chip(answer, place));
        Assert.Equal(10, Chips(answer).Count);
        Assert.Equal(place == "3" || place.StartsWith("off", StringComparison.Ordinal) ? ["42", "41"] : answer.Ids, answer.Ids);
        Assert.False(IsOpen(answer));
    }

    [Theory]
    [InlineData("1", "not (id = 1", 11)]
    [InlineData("off0", "id = 3 or", 9)]
    [InlineData("off2", "", 0)]
    public async Task An_invalid_term_is_reported_with_its_position_and_kept(string place, string text, int position)
    {
        var before = await GetAsync($"runs?{Query}&{Off}&size=25");

        var answer = await SubmitAsync(await EditAsync($"{Query}&{Off}&size=25", place), ("text", text));

        Assert.True(IsOpen(answer));
        Assert.Equal(text, Field(Form(answer), "text").Value);
        Assert.Equal("true", Field(Form(answer), "text").GetAttribute("aria-invalid"));
        Assert.Equal($"{position}", answer.Document.QuerySelector("[data-term-fault]")!.GetAttribute("data-position"));
        Assert.Equal(Chips(before), Chips(answer));
        Assert.Equal(before.Ids, answer.Ids);

        var mended = await SubmitAsync(Form(answer), ("text", "id > 1"));
        Assert.Equal("id > 1", Chip(mended, place));
    }

    [Fact]
    public async Task An_invalid_term_is_kept_when_it_is_switched_off()
    {
        var answer = await SubmitAsync(await EditAsync("off=host+~+x", "off0"), ("value", "("));

        Assert.Equal("host ~ \"(\"", Field(Form(answer), "text").Value);
        Assert.Equal(["host ~ x"], Chips(answer));
    }

    [Fact]
    public async Task The_suggested_correction_is_a_link_that_applies_it()
    {
        var answer = await SubmitAsync(await EditAsync("off=host", "off0"), ("text", "kind(lr) = nmber or host"));

        var mended = await GetAsync(answer.Document.QuerySelector("[data-term-fault] [data-query-suggestion]")!.GetAttribute("href")!);

        Assert.Equal("kind(lr) = number or host", Field(Form(mended), "text").Value);
        Assert.Null(mended.Document.QuerySelector("[data-term-fault]"));
        Assert.Equal(["host"], Chips(mended));
    }

    [Fact]
    public async Task A_term_changes_from_its_parts_to_text_and_back_with_what_was_typed()
    {
        var asText = await SubmitAsync(await EditAsync("q=id+%3E+40", "0"), ("value", "41"), ("as", "text"));
        Assert.Equal("id > 41", Field(Form(asText), "text").Value);
        Assert.Equal(["id > 40"], Chips(asText));

        var asFields = await SubmitAsync(Form(asText), ("text", "host = x"), ("as", "fields"));
        Assert.Equal(("host", "x"), (Field(Form(asFields), "field").Value, Field(Form(asFields), "value").Value));

        var stays = await SubmitAsync(Form(asText), ("text", "host = x or y"), ("as", "fields"));
        Assert.Equal("host = x or y", Field(Form(stays), "text").Value);
        Assert.Contains("stays text", stays.Document.QuerySelector("[data-term-fault]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_open_builder_stands_in_no_other_address()
    {
        var page = await GetAsync($"runs?{Query}&{Off}&page=1&open=41&edit=1&text=lr+%3C&as=text");
        Assert.Empty(page.Problems);

        var addresses = page.Document.QuerySelectorAll(
            "[href*='edit='], form:not([method=dialog])[action*='edit='], [value*='edit='], [data-changes*='edit=']");

        Assert.Equal(10, addresses.Length);
        Assert.All(addresses, address => Assert.True(address.HasAttribute("data-term-edit")));
        Assert.Equal("true", page.Document.QuerySelector("[data-term='1'] [data-term-edit]")!.GetAttribute("aria-expanded"));
        var close = page.Document.QuerySelector("[data-builder-close]")!.GetAttribute("href")!;
        Assert.EndsWith("&open=41", close, StringComparison.Ordinal);
        Assert.False(IsOpen(await GetAsync(close)));
    }

    [Fact]
    public async Task A_script_is_sent_the_form_alone_and_keeps_the_address()
    {
        await samples.Board.LoadedAsync();
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Add("HX-Request", "true");
        client.DefaultRequestHeaders.Add("HX-Boosted", "true");

        using var response = await client.GetAsync(new Uri(samples.Board.Address, $"samples/runs?{Query}&edit=1"), TestContext.Current.CancellationToken);
        var page = await RunTablePage.ParseAsync(response);

        Assert.Equal(
            ("#term", "false"),
            (response.Headers.GetValues("HX-Retarget").Single(), response.Headers.GetValues("HX-Push-Url").Single()));
        Assert.Equal("not (id = 1 or lr < 0)", Field(page.Document.QuerySelector("#term")!, "text").Value);
        Assert.Null(page.Document.QuerySelector("#view"));
    }

    private static IElement Form(RunTablePage page) => page.Document.QuerySelector("#builder #term")!;

    private static IHtmlInputElement Field(IElement form, string name) => form.QuerySelector<IHtmlInputElement>($"[name={name}]")!;

    private static bool IsOpen(RunTablePage page) => page.Document.QuerySelector("#builder")!.HasAttribute("open");

    private static List<string> Chips(RunTablePage page) =>
        [.. page.Document.QuerySelectorAll("[data-term-edit]").Select(chip => chip.TextContent)];

    private static string Chip(RunTablePage page, string place) =>
        page.Document.QuerySelector($"[data-term='{place}'] [data-term-edit]")!.TextContent;

    private async Task<IElement> EditAsync(string query, string place)
    {
        var page = await GetAsync($"runs?{query}");
        var open = await GetAsync(page.Document.QuerySelector($"[data-term='{place}'] [data-term-edit]")!.GetAttribute("href")!);
        Assert.True(IsOpen(open));
        Assert.Equal(page.Ids, open.Ids);
        return Form(open);
    }

    private async Task<RunTablePage> SubmitAsync(IElement form, params (string Name, string Value)[] typed)
    {
        var fields = form.Owner!.QuerySelectorAll("#builder #term input, input[form=term], #builder #term select")
            .ToDictionary(field => field.GetAttribute("name")!, field => (field as IHtmlSelectElement)?.Value
                ?? field.GetAttribute("value")
                ?? "");
        foreach (var (name, value) in typed)
        {
            fields[name] = value;
        }

        var answer = await GetAsync(QueryHelpers.AddQueryString(form.GetAttribute("action")!, fields!));
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Empty(answer.Problems);
        return answer;
    }

    private Task<RunTablePage> GetAsync(string path) =>
        RunTablePage.GetAsync(samples.Board, path.StartsWith('/') ? path : "samples/" + path);
}
