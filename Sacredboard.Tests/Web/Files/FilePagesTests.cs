using System.Net.Http.Headers;
using System.Text.Json;
using AngleSharp.Dom;
using Sacredboard.Tests.Support;
using Sacredboard.Tests.Web.RunPage;

namespace Sacredboard.Tests.Web.Files;

/// <summary>The page of a file shows it as what it is.</summary>
public sealed class FilePagesTests(FilePagesTests.Storage storage) : IClassFixture<FilePagesTests.Storage>, IDisposable
{
    private static readonly (string Name, string Content)[] Files =
    [
        ("data.csv", "name;loss;note\na;0.5;\"x;\ny\"\nb;-1e3;\n" + string.Concat(Enumerable.Repeat("c;2;z\n", 1500))),
        ("plain.tsv", "1\t2\n3\t4\t5\n"),
        ("unquoted.csv", "a,b\n\"never closed,1\n2,3\n"),
        ("tree.json", """{"optimizer": {"lr": NaN, "password": "hunter2"}, "list": [1, 2]}"""),
        ("broken.json", """{"optimizer": """),
        ("config.yaml", "lr: 1e-3\nname: '12'\nlayers: [64, 10]\nempty:\nsame: &a {x: 1}\nagain: *a\nclass: !!python/object:os.system {}\n"),
        ("deep.yaml", new string('[', 100_000)),
        ("bomb.yaml", "a: &a [x]\n" + string.Concat(Enumerable.Range(0, 30).Select(i => $"b{i}: [*a, *a]\n"))),
        ("README.md", "# Title\n\n<script>alert(1)</script>\n\n[x](javascript:alert(1)) ![p](http://evil.example.org/p.png)\n"),
        ("report.html", "<script>alert(1)</script><p>hello</p>"),
        ("drawing.svg", "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"),
        ("Makefile", "all:\n\techo größe\n"),
        ("unknown", "a\0b"),
        ("model.pkl", "cos\nsystem\n(S'rm'\ntR."),
        ("sound.wav", "RIFF"),
        ("film.webm", "x"),
        ("paper.pdf", "%PDF-1.4"),
        ("train.py", "\nimport os\n\n\ndef main():\n    pass"),
        ("secret.txt", "ftp://me:hunter2@files.example.org\n"),
        ("fake.npy", "no array"),
        ("fake.npz", "no zip"),
    ];

    private readonly RunPageClient _pages = new(storage.Board, Board.Source);

    [Fact]
    public async Task A_table_shows_its_first_rows()
    {
        var page = await ViewAsync("data.csv");

        Assert.Equal(["#", "name", "loss", "note"], page.QuerySelectorAll("[data-sortable] th").Select(cell => cell.TextContent));
        var rows = page.QuerySelectorAll("[data-sortable] tbody tr");
        Assert.Equal(1000, rows.Length);
        Assert.Equal(["1", "a", "0.5", "x;↵y"], rows[0].QuerySelectorAll("td").Select(cell => cell.TextContent));
        Assert.Equal(["2", "b", "-1e3", ""], rows[1].QuerySelectorAll("td").Select(cell => cell.TextContent));
        Assert.Equal("1,000 rows, the first of the file", page.QuerySelector("[data-rows-shown]")!.TextContent);
    }

    [Fact]
    public async Task A_table_without_names_numbers_its_columns()
    {
        var page = await ViewAsync("plain.tsv");

        Assert.Equal(["#", "1", "2", "3"], page.QuerySelectorAll("[data-sortable] th").Select(cell => cell.TextContent));
        Assert.Equal(2, page.QuerySelectorAll("[data-sortable] tbody tr").Length);
    }

    [Theory]
    [InlineData("tree.json", "lr nonfinite|password ***|list [1, 2]")]
    [InlineData("config.yaml", "lr 0.001|name 12|empty None|same {1}|again *a")]
    public async Task Json_and_yaml_are_trees(string name, string expected)
    {
        var tree = (await ViewAsync(name)).QuerySelector("[data-tree=file]")!;

        foreach (var line in expected.Split('|').Select(text => text.Split(' ', 2)))
        {
            var node = tree.QuerySelectorAll(".key").First(key => key.TextContent == line[0]).ParentElement!;
            Assert.All(line[1..], part => Assert.Contains(part, node.InnerHtml));
        }
    }

    [Theory]
    [InlineData("broken.json")]
    [InlineData("deep.yaml")]
    [InlineData("Makefile")]
    [InlineData("train.py")]
    public async Task What_is_no_tree_and_any_other_text_is_text(string name) =>
        Assert.Equal(Files.First(file => file.Name == name).Content, (await ViewAsync(name)).QuerySelector("[data-text]")!.TextContent);

    [Fact]
    public async Task An_alias_of_yaml_stays_a_name() =>
        Assert.Contains("*a", (await ViewAsync("bomb.yaml")).QuerySelector("[data-tree=file]")!.TextContent);

    [Fact]
    public async Task Markdown_is_prose_that_does_and_loads_nothing()
    {
        var prose = (await ViewAsync("README.md")).QuerySelector("[data-prose]")!;

        Assert.Equal("Title", prose.QuerySelector("h1")!.TextContent);
        Assert.Empty(prose.QuerySelectorAll("script, img, a[href^=javascript]"));
    }

    [Theory]
    [InlineData("README.md", "markdown")]
    [InlineData("report.html", "xml")]
    [InlineData("drawing.svg", "xml")]
    [InlineData("tree.json", "json")]
    [InlineData("data.csv", null)]
    public async Task All_that_is_written_as_text_can_be_read_as_text(string name, string? language)
    {
        var shown = await ViewAsync(name);
        var text = await _pages.ReadAsync(shown.QuerySelector("[data-as-text]")!.GetAttribute("href")!);

        Assert.Equal(language, text.QuerySelector("[data-text]")!.GetAttribute("data-language"));
        Assert.Empty(text.QuerySelectorAll("main script, iframe, svg script"));
        Assert.Equal(PathOf(name) + "/view", text.QuerySelector("[data-as-shown]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_page_is_in_a_frame_that_runs_no_script()
    {
        using var answer = await _pages.SendAsync(PathOf("report.html") + "/view");
        var frame = (await ViewAsync("report.html")).QuerySelector("iframe")!;
        using var framed = await _pages.SendAsync(frame.GetAttribute("src")!);

        Assert.Equal("", frame.GetAttribute("sandbox"));
        Assert.Contains("frame-src 'self'", Policy(answer));
        Assert.Contains("script-src 'self'", Policy(answer));
        Assert.StartsWith("sandbox; default-src 'none'", Policy(framed));
        Assert.EndsWith("frame-ancestors 'self'", Policy(framed));
        Assert.DoesNotContain("script", Policy(framed));
        Assert.Equal("text/html", framed.Content.Headers.ContentType!.MediaType);
    }

    [Theory]
    [InlineData("drawing.svg", "img[data-picture]", "image/svg+xml")]
    [InlineData("sound.wav", "audio[data-media]", "audio/wav")]
    [InlineData("film.webm", "video[data-media]", "video/webm")]
    [InlineData("paper.pdf", "iframe[data-frame-of=pdf]", "application/pdf")]
    public async Task What_the_browser_shows_by_itself_is_sent_with_its_type_and_in_parts(string name, string element, string type)
    {
        var source = (await ViewAsync(name)).QuerySelector(element)!.GetAttribute("src")!;
        using var answer = await _pages.SendAsync(source, request => request.Headers.Range = new RangeHeaderValue(0, 0));

        Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("inline", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("bytes", answer.Content.Headers.ContentRange!.Unit);
        Assert.DoesNotContain("script-src", Policy(answer));
    }

    [Theory]
    [InlineData("model.pkl", "It is not opened")]
    [InlineData("unknown", "It is no text")]
    [InlineData("fake.npy", "It is no NumPy array")]
    [InlineData("fake.npz", "It is damaged")]
    public async Task What_is_not_opened_says_why(string name, string why)
    {
        var page = await ViewAsync(name);

        Assert.StartsWith(why, page.QuerySelector("[data-empty] p")!.TextContent);
        Assert.Equal(PathOf(name), page.QuerySelector("[data-download-file]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Each_line_of_a_text_has_a_link()
    {
        var page = await ViewAsync("train.py");

        Assert.Equal(["#L1", "#L2", "#L3", "#L4", "#L5", "#L6"], page.QuerySelectorAll(".line-numbers a").Select(link => link.GetAttribute("href")));
        Assert.Equal("python", page.QuerySelector("[data-text]")!.GetAttribute("data-language"));
    }

    [Fact]
    public async Task Secrets_in_a_text_are_masked() =>
        Assert.DoesNotContain("hunter2", (await ViewAsync("secret.txt")).QuerySelector("main")!.TextContent);

    [Fact]
    public async Task Arrays_show_their_shape_type_and_first_values()
    {
        var page = await ViewAsync("matrix.npy");

        Assert.Equal("(2, 3)", page.QuerySelector("[data-shape]")!.TextContent);
        Assert.Equal("<f4", page.QuerySelector("[data-dtype]")!.TextContent);
        Assert.Equal(["0", "0.5", "1", "1.5", "2", "2.5"], page.QuerySelectorAll("[data-values] td").Select(cell => cell.TextContent));
        Assert.Equal(
            ["weights", "biases"],
            (await ViewAsync("arrays.npz")).QuerySelectorAll("[data-array]").Select(array => array.GetAttribute("data-array")));
    }

    [Fact]
    public async Task Numbered_pictures_are_a_series_and_others_stand_side_by_side_by_what_differs_in_their_names()
    {
        var gallery = (await _pages.ReadAsync("2/files")).QuerySelector("[data-gallery]")!;

        var series = Assert.Single(gallery.QuerySelectorAll("[data-pictures]"));
        Assert.Equal("samples/epoch_*.png", series.GetAttribute("data-pictures"));
        Assert.Equal(["2", "9", "10"], series.QuerySelectorAll("[data-picture-step]").Select(step => step.GetAttribute("data-picture-step")));
        Assert.Equal("/lab/runs/2/files/artifact-0?inline=true", series.QuerySelector("[data-stage] img")!.GetAttribute("src"));
        Assert.Equal(["a.png", "b.svg"], gallery.QuerySelectorAll("[data-single] .cut").Select(name => name.TextContent));
        // Their names stand beside them, and would be read twice.
        Assert.All(gallery.QuerySelectorAll("[data-single] img"), picture => Assert.Equal("", picture.GetAttribute("alt")));
        Assert.Null((await _pages.ReadAsync("1/files")).QuerySelector("[data-gallery]"));
    }

    public void Dispose() => _pages.Dispose();

    private async Task<IDocument> ViewAsync(string name) => await _pages.ReadAsync(PathOf(name) + "/view");

    private static string PathOf(string name) => $"/lab/runs/1/files/artifact-{Array.IndexOf(Names, name)}";

    private static string[] Names { get; } = [.. Files.Select(file => file.Name), "matrix.npy", "arrays.npz"];

    private static string Policy(HttpResponseMessage answer) => Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));

    public sealed class Storage : FolderBoard
    {
        public Storage()
        {
            Folder.WriteOld("1", "run.json", JsonSerializer.Serialize(new { status = "COMPLETED", artifacts = Names }));
            foreach (var (name, content) in Files)
            {
                Folder.WriteOld("1", name, content);
            }

            foreach (var name in new[] { "matrix.npy", "arrays.npz" })
            {
                File.Copy(TestFiles.Path("numpy", name), Folder.Of("1", name));
            }

            string[] pictures = ["samples/epoch_10.png", "samples/epoch_2.png", "samples/epoch_9.png", "plots/a.png", "plots/b.svg"];
            Folder.WriteOld("2", "run.json", JsonSerializer.Serialize(new { status = "COMPLETED", artifacts = pictures }));
            Directory.CreateDirectory(Folder.Of("2", "samples"));
            Directory.CreateDirectory(Folder.Of("2", "plots"));
            foreach (var picture in pictures)
            {
                Folder.WriteOld("2", picture, "x");
            }
        }
    }
}
