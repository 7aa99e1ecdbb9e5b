namespace Sacredboard.Data.Stores.TensorBoard;

/// <summary>Unique names for the tags of several directories.</summary>
/// <param name="prefix">Prefix of each name: <c>tb:</c> where Sacred's own metrics are listed too.</param>
internal sealed class LogNames(string prefix)
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary><c>tb:train/loss</c>; a second tag of that name is <c>tb:train/loss (2)</c>.</summary>
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
