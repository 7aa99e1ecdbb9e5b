using ArchUnitNET.Domain;
using ArchUnitNET.Loader;

namespace Sacredboard.Tests.Architecture;

/// <summary>Which types of an assembly use which, by the folders they lie in, as the compiled code has it: bodies of methods included.</summary>
internal static class FolderUses
{
    /// <param name="assembly">What is read.</param>
    /// <param name="root">The namespace whose sub-namespaces are the folders; types outside of it are left out.</param>
    public static IReadOnlyList<FolderUse> Of(System.Reflection.Assembly assembly, string root)
    {
        var types = new ArchLoader().LoadAssemblies(assembly).Build().Types;
        return
        [
            .. from type in types
               where IsUnder(type.FullName, root)
               from used in type.Dependencies.Select(dependency => dependency.Target).DistinctBy(target => target.FullName)
               where IsUnder(used.FullName, root)
               let use = new FolderUse(Folder(type, root), type.Name, Folder(used, root), used.Name)
               where use.From != use.To
               select use,
        ];
    }

    /// <summary>The folders that use each other, directly or over others: each list is one knot, without a folder that stands by itself.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Cycles(IEnumerable<FolderUse> uses)
    {
        var edges = uses.ToLookup(use => use.From, use => use.To);
        var reached = edges.ToDictionary(from => from.Key, from => Reached(edges, from.Key));
        return
        [
            .. reached.Keys.Where(folder => reached[folder].Contains(folder))
                .GroupBy(folder => string.Join(", ", reached[folder].Where(other => reached.TryGetValue(other, out var back) && back.Contains(folder)).Order(StringComparer.Ordinal)))
                .Select(knot => knot.Order(StringComparer.Ordinal).ToList()),
        ];
    }

    private static HashSet<string> Reached(ILookup<string, string> edges, string from)
    {
        var reached = new HashSet<string>();
        var open = new Queue<string>([from]);
        while (open.TryDequeue(out var folder))
        {
            foreach (var next in edges[folder].Where(reached.Add))
            {
                open.Enqueue(next);
            }
        }

        return reached;
    }

    private static bool IsUnder(string name, string root) => name.StartsWith(root + ".", StringComparison.Ordinal);

    private static string Folder(IType type, string root) =>
        type.Namespace.FullName is var name && name.Length > root.Length ? name[(root.Length + 1)..].Replace('.', '/') : "";
}

/// <summary>A type of one folder uses a type of another.</summary>
internal sealed record FolderUse(string From, string Type, string To, string Used)
{
    public override string ToString() => $"{From}/{Type} uses {To}/{Used}";
}
