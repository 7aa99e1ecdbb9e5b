namespace Sacredboard.Web.TensorBoard;

/// <param name="Name">The name in TensorBoard: only letters, digits, <c>.</c>, <c>_</c> and <c>-</c>.</param>
/// <param name="Directory">The real path of a directory that may be opened.</param>
public sealed record TensorBoardLink(string Name, string Directory)
{
    private const int MaxNameLength = 60;

    /// <summary>Makes a unique plain name for each directory. A directory that occurs twice is linked once.</summary>
    /// <param name="wanted">The wanted name and the directory of each.</param>
    public static IReadOnlyList<TensorBoardLink> Of(IEnumerable<(string Name, string Directory)> wanted)
    {
        var links = new List<TensorBoardLink>();
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, directory) in wanted.DistinctBy(pair => pair.Directory))
        {
            var plain = Plain(name);
            var unique = plain;
            for (var i = 2; !taken.Add(unique); i++)
            {
                unique = $"{plain}-{i}";
            }

            links.Add(new(unique, directory));
        }

        return links;
    }

    private static string Plain(string name)
    {
        var plain = new string([.. name.Take(MaxNameLength).Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' ? c : '_')]);
        // A leading dot would hide the directory, and ".." is not a name.
        return plain.TrimStart('.') is { Length: > 0 } some ? some : "logs";
    }
}
