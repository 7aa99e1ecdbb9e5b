namespace Sacredboard.Data.Stores.Directories;

/// <summary>A directory that has another path here than where the runs were trained.</summary>
/// <param name="From">A path prefix of whole names as the runs recorded it, such as <c>/cluster/home</c> or <c>D:\logs</c>.</param>
/// <param name="To">The absolute path on this machine.</param>
public sealed record PathMapping(string From, string To)
{
    /// <summary>The recorded path as it is here, by the longest mapping that fits; null when none does.</summary>
    internal static string? Apply(IReadOnlyList<PathMapping> mappings, string recorded)
    {
        var mapping = mappings.Where(mapping => mapping.Fits(recorded)).MaxBy(mapping => mapping.From.Length);
        if (mapping is null)
        {
            return null;
        }

        var rest = recorded[Trimmed(mapping.From).Length..];
        rest = mapping.From.Contains('\\') ? rest.Replace('\\', '/') : rest;
        return Path.Combine(mapping.To, rest.TrimStart('/'));
    }

    private bool Fits(string recorded)
    {
        var start = Trimmed(From);
        // Windows paths ignore case.
        var comparison = From.Contains('\\') ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        return From.Length > 0
            && recorded.StartsWith(start, comparison)
            && (recorded.Length == start.Length || recorded[start.Length] is '/' or '\\');
    }

    private static string Trimmed(string from) => from.TrimEnd('/', '\\');
}
