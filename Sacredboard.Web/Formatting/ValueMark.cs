namespace Sacredboard.Web.Formatting;

/// <summary>A word behind a value of a tree.</summary>
/// <param name="Kind">The hook and the class: <c>set</c>, <c>differs</c>.</param>
/// <param name="Text">Short.</param>
/// <param name="Title">A sentence.</param>
public sealed record ValueMark(string Kind, string Text, string Title)
{
    /// <summary>How the marks of a value are found by the keys that lead to it.</summary>
    public static string PathOf(IEnumerable<string> keys) => string.Join('\0', keys);
}
