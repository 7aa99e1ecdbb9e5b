using Sacredboard.Tests.Support;
using Sacredboard.Web.Hosting;

namespace Sacredboard.Tests.Web.Hosting;

/// <summary>A page names all modules that its scripts need, so that the browser does not find them one after the other.</summary>
public sealed class ModuleImportsTests(SamplesBoard samples) : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("sacredboard-modules-");

    [Fact]
    public void Imports_of_imports_are_found_once_each_and_circles_end()
    {
        Write("js/a/index.js", """
            // import './not.js'
            import './one.js'
            import {
              two,
              three
            } from '../b/two.js'
            export { four } from './one.js'
            const text = "import './neither.js'"
            """);
        Write("js/a/one.js", "import { x } from '../b/two.js'\nimport './index.js'");
        Write("js/b/two.js", "import * as gone from './gone.js'\nexport {\n  five\n} from \"../chunks/chunk-5.js\";");

        Assert.Equal(["js/a/one.js", "js/b/two.js", "js/b/gone.js", "js/chunks/chunk-5.js"], new ModuleImports(new Site(_root.FullName)).Of("js/a/index.js"));
    }

    [Theory]
    [InlineData("samples/runs")]
    [InlineData("samples/runs/4")]
    [InlineData("samples/compare?ids=4,7")]
    [InlineData("samples/compare?ids=4,7&tab=scatter")]
    public async Task Each_module_that_a_page_names_is_there_and_is_a_script(string path)
    {
        using var client = new HttpClient { BaseAddress = samples.Address };
        var page = await new AngleSharp.Html.Parser.HtmlParser().ParseDocumentAsync(
            await client.GetStreamAsync(path, TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);

        var modules = page.QuerySelectorAll("link[rel=modulepreload]").Select(link => link.GetAttribute("href")!).ToList();

        Assert.Contains("/js/shared/swap.js", modules);
        foreach (var module in modules)
        {
            using var answer = await client.GetAsync(module, TestContext.Current.CancellationToken);
            Assert.Equal("text/javascript", answer.EnsureSuccessStatusCode().Content.Headers.ContentType?.MediaType);
        }
    }

    public void Dispose() => _root.Delete(recursive: true);

    private void Write(string path, string text)
    {
        var file = Path.Combine(_root.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
