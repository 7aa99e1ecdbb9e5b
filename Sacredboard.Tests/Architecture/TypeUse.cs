using System.Reflection;
using ArchUnitNET.Loader;

namespace Sacredboard.Tests.Architecture;

/// <summary>
/// A type uses another, in whatever way: base, signature, attribute, body of a method, lambdas and async methods included.
/// </summary>
/// <param name="Folder">The namespace of the type, below that of its assembly, with slashes.</param>
/// <param name="UsedFolder">The same of the other type; null when it belongs to another assembly.</param>
internal sealed record TypeUse(string Type, string Folder, string Used, string? UsedFolder)
{
    /// <summary>As the compiled code has it. What only a <c>catch</c> names is not seen.</summary>
    /// <param name="root">The namespace whose sub-namespaces are the folders; types outside of it use nothing.</param>
    public static IReadOnlyList<TypeUse> Of(Assembly assembly, string root) =>
    [
        .. from type in new ArchLoader().LoadAssemblies(assembly).Build().Types
           where FolderOf(type.FullName, type.Namespace?.FullName, root) is not null
           from used in type.Dependencies.Select(dependency => dependency.Target).DistinctBy(used => used.FullName)
           select new TypeUse(
               type.FullName,
               FolderOf(type.FullName, type.Namespace?.FullName, root)!,
               used.FullName,
               FolderOf(used.FullName, used.Namespace?.FullName, root)),
    ];

    /// <summary>Fails with one line for each use that must not be.</summary>
    public static void AssertNone(IEnumerable<object> found)
    {
        var lines = found.ToList();
        Assert.True(lines.Count == 0, string.Join(Environment.NewLine, lines));
    }

    public override string ToString() => $"{Type} uses {Used}";

    private static string? FolderOf(string type, string? space, string root) =>
        !type.StartsWith(root + ".", StringComparison.Ordinal)
            ? null
            : space?.Length > root.Length
            ? space[(root.Length + 1)..].Replace('.', '/')
            : "";
}
