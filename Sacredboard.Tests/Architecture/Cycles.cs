namespace Sacredboard.Tests.Architecture;

/// <summary>Finds the folders that use each other, directly or over others.</summary>
internal static class Cycles
{
    /// <summary>One text for each knot of folders, sorted, with the uses between them; none when all folders are in an order.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<TypeUse> uses)
    {
        var edges = uses.Where(use => use.UsedFolder is not null && use.UsedFolder != use.Folder)
            .ToLookup(use => use.Folder, use => use.UsedFolder!);
        var reached = edges.ToDictionary(from => from.Key, from => Reached(edges, from.Key));
        return
        [
            .. reached.Keys.Where(folder => reached[folder].Contains(folder))
                .Select(folder =>
                    reached[folder].Where(other => reached.TryGetValue(other, out var back) && back.Contains(folder)).ToHashSet())
                .DistinctBy(knot => knot.Min(StringComparer.Ordinal))
                .Select(knot => Describe(knot, uses)),
        ];
    }

    private static string Describe(HashSet<string> knot, IReadOnlyList<TypeUse> uses) =>
        string.Join(", ", knot.Order(StringComparer.Ordinal)) + ": " + string.Join("; ", uses.Where(use =>
            use.UsedFolder is not null && use.UsedFolder != use.Folder && knot.Contains(use.Folder) && knot.Contains(use.UsedFolder)));

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
}
