using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Extensions.FileProviders;

namespace Sacredboard.Web.Hosting;

/// <summary>
/// The modules that a module of wwwroot imports, and those import. Without being told, a browser finds them one level after the other.
/// Read once: a change in development only makes a browser find a new import later.
/// </summary>
public sealed partial class ModuleImports(IWebHostEnvironment environment)
{
    private readonly ConcurrentDictionary<string, IReadOnlyList<string>> _known = new();

    /// <param name="module">A path below wwwroot, such as <c>js/runs/index.js</c>.</param>
    /// <returns>The same kind of paths, in the order in which a browser would find them, without the module itself.</returns>
    public IReadOnlyList<string> Of(string module) => _known.GetOrAdd(module, Find);

    private List<string> Find(string module)
    {
        List<string> found = [module];
        for (var i = 0; i < found.Count; i++)
        {
            found.AddRange(ImportsOf(found[i]).Except(found).ToList());
        }

        return found[1..];
    }

    private IEnumerable<string> ImportsOf(string module)
    {
        var file = environment.WebRootFileProvider.GetFileInfo(module);
        if (!file.Exists)
        {
            return [];
        }

        using var reader = new StreamReader(file.CreateReadStream());
        var from = new Uri("file:///" + module);
        return
        [
            .. Import().Matches(reader.ReadToEnd())
                .Select(import => new Uri(from, import.Groups[1].Value).AbsolutePath.TrimStart('/')),
        ];
    }

    // As written, and as bundled.
    [GeneratedRegex("""^(?:import|export)\s(?:[^'";]*?\sfrom\s)?['"](\.[^'"]+)['"]""", RegexOptions.Multiline)]
    private static partial Regex Import();
}
