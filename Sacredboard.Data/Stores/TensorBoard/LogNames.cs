namespace Sacredboard.Data.Stores.TensorBoard;

/// <summary>Names for the tags of several directories, each once.</summary>
/// <param name="prefix">In front of each: <c>tb:</c> where Sacred's own metrics stand beside them.</param>
internal sealed class LogNames(string prefix)
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary><c>tb:train/loss</c>; a second one of that name <c>tb:train/loss (2)</c>.</summary>
    public string Of(string directory, string tag)
    {
        var name = directory.Length == 0 ? prefix + tag : $"{prefix}{directory}/{tag}";
        var unique = name;
        for (var i = 2; !_taken.Add(unique); i++)
        {
            unique = $"{name} ({i})";
        }

        return unique;
    }
}
