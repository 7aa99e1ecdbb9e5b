using System.Text.RegularExpressions;
using Sacredboard.Tests.Support;
using Sacredboard.Web.Hosting;

namespace Sacredboard.Tests.Web.TagHelpers;

public sealed partial class IconTests(SamplesBoard board)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_icon_that_a_page_names_is_in_the_sprite()
    {
        using var client = new HttpClient { BaseAddress = board.Address };
        var sprite = Symbol()
            .Matches(await client.GetStringAsync("lib/icons.svg", Cancelled))
            .Select(match => match.Groups[1].Value)
            .ToHashSet();

        var used = new HashSet<string>();
        foreach (var path in new[] { "samples/runs", "samples/runs/10", "samples/runs/10/files", "samples/runs/10/metrics",
            "samples/runs/10/output", "samples/runs/10/environment" })
        {
            used.UnionWith(Used().Matches(await client.GetStringAsync(path, Cancelled)).Select(match => match.Groups[1].Value));
        }

        var written = Directory.EnumerateFiles(
            Path.Combine(ContentRoot.Find(AppContext.BaseDirectory), "Sacredboard.Web", "Views"),
            "*.cshtml",
            SearchOption.AllDirectories)
            .SelectMany(view => Written().Matches(File.ReadAllText(view)).Select(match => match.Groups[1].Value))
            .ToList();

        Assert.True(used.Count > 5);
        Assert.NotEmpty(written);
        Assert.Empty(used.Concat(written).Except(sprite));
    }

    [Fact]
    public async Task Every_icon_in_the_sprite_is_named_by_a_page_or_by_what_pages_show()
    {
        using var client = new HttpClient { BaseAddress = board.Address };
        var sprite = Symbol().Matches(await client.GetStringAsync("lib/icons.svg", Cancelled)).Select(match => match.Groups[1].Value);

        var web = Path.Combine(ContentRoot.Find(AppContext.BaseDirectory), "Sacredboard.Web");
        var places = string.Join('\n', (string[])
        [
            .. Directory.EnumerateFiles(Path.Combine(web, "Views"), "*.cshtml", SearchOption.AllDirectories)
                .SelectMany(File.ReadLines)
                .Where(line => line.Contains("name=\"", StringComparison.Ordinal)),
            .. Directory.EnumerateFiles(web, "StatusLabel.cs", SearchOption.AllDirectories).Select(File.ReadAllText),
            .. Directory.EnumerateFiles(web, "RunFileViewModel.cs", SearchOption.AllDirectories).Select(File.ReadAllText),
        ]);

        Assert.DoesNotContain(sprite, icon => !places.Contains($"\"{icon}\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_sprite_is_kept_by_its_content_and_an_icon_is_not_read_out()
    {
        using var client = new HttpClient { BaseAddress = board.Address };

        Assert.Matches(
            """<svg class="icon" aria-hidden="true"><use href="/lib/icons\.svg\?v=[\w-]{20,}#[\w-]+"></use></svg>""",
            await client.GetStringAsync("samples/runs", Cancelled));
    }

    [GeneratedRegex("<symbol id=\"([^\"]+)\"")]
    private static partial Regex Symbol();

    [GeneratedRegex("""/lib/icons\.svg\?v=[\w-]+#([^"]+)""")]
    private static partial Regex Used();

    [GeneratedRegex("<icon name=\"([^\"@]+)\"")]
    private static partial Regex Written();
}
