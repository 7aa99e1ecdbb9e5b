namespace Sacredboard.Web.TensorBoard;

/// <param name="Name">What TensorBoard calls it: letters, digits, <c>.</c>, <c>_</c> and <c>-</c> only.</param>
/// <param name="Directory">A real path that may be opened.</param>
public sealed record TensorBoardLink(string Name, string Directory)
{
    private const int MaxNameLength = 60;

    /// <summary>Plain names for the directories, each once: of what a run is called only letters and digits stay.</summary>
    /// <param name="wanted">The name to make plain, and the directory. A directory that comes twice is linked once.</param>
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
        // A name that begins with a dot would be hidden, and ".." is none at all.
        return plain.TrimStart('.') is { Length: > 0 } some ? some : "logs";
    }
}
