using System.Diagnostics;
using System.Text.RegularExpressions;
using Sacredboard.Tests.Support;
using Sacredboard.Web.Hosting;

namespace Sacredboard.Tests.Web.Hosting;

/// <summary>The scripts of a published app, as Build/bundle.mjs makes them of those in wwwroot.</summary>
public sealed partial class BundleTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("sacredboard-bundle-");

    [Fact]
    public async Task Scripts_of_views_keep_their_addresses_and_hold_each_module_once()
    {
        var start = new ProcessStartInfo("node", ["Sacredboard.Web/Build/bundle.mjs", Path.Combine(_root.FullName, "js")])
        {
            WorkingDirectory = Repository.Root,
        };
        using var node = Process.Start(start)!;
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, node.ExitCode);

        var written = new ModuleImports(new Site(Path.Combine(Repository.Root, "wwwroot")));
        var bundled = new ModuleImports(new Site(_root.FullName));
        var scripts = ScriptsOfViews();
        Assert.Contains("js/charts/page.js", scripts);
        Assert.Contains("js/shared/theme.js", scripts);
        foreach (var script in scripts)
        {
            Assert.True(File.Exists(Path.Combine(_root.FullName, script)), script);
            Assert.All(bundled.Of(script), chunk => Assert.True(File.Exists(Path.Combine(_root.FullName, chunk)), chunk));
        }

        Assert.NotEmpty(bundled.Of("js/charts/page.js"));
        // A module that two bundles hold would have its state twice.
        var held = Directory.EnumerateFiles(_root.FullName, "*.js", SearchOption.AllDirectories)
            .SelectMany(file => Origin().Matches(File.ReadAllText(file)).Select(origin => origin.Groups[1].Value)).ToList();
        Assert.Equal(held.Distinct(), held);
        Assert.Subset(held.ToHashSet(), written.Of("js/charts/page.js").ToHashSet());
    }

    public void Dispose() => _root.Delete(recursive: true);

    private static List<string> ScriptsOfViews() =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "Sacredboard.Web", "Views"), "*.cshtml", SearchOption.AllDirectories)
            .SelectMany(view => Script().Matches(File.ReadAllText(view)).Select(script => script.Groups[1].Value)).Distinct(),
    ];

    [GeneratedRegex("""<script src="~/(js/[^"]+)""")]
    private static partial Regex Script();

    // The bundler names each module above its code.
    [GeneratedRegex("^// wwwroot/(.+)$", RegexOptions.Multiline)]
    private static partial Regex Origin();
}
