using System.Text.RegularExpressions;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Values;
using Sacredboard.Web.Formatting;

namespace Sacredboard.Web.Compare;

/// <summary>
/// Names runs by their values: <c>{id} lr={config.optimizer.lr}</c>. What stands in braces and is no field stays as it is.
/// </summary>
public sealed partial class LegendTemplate
{
    private const int MaxFields = 3;
    private const int MaxValue = 40;

    private readonly IReadOnlyList<(string Text, RunField? Field)> _parts;

    private LegendTemplate(string text, IReadOnlyList<(string Text, RunField? Field)> parts) => (Text, _parts) = (text, parts);

    public string Text { get; }

    /// <summary>The fields whose values the names need.</summary>
    public IEnumerable<RunField> Fields => _parts.Select(part => part.Field).OfType<RunField>();

    public static LegendTemplate Parse(string text)
    {
        var parts = new List<(string, RunField?)>();
        var end = 0;
        foreach (Match match in Braces().Matches(text))
        {
            if (RunField.TryParse(match.Groups[1].Value.Trim(), out var field, out _))
            {
                parts.Add((text[end..match.Index], null));
                parts.Add((match.Value, field));
                end = match.Index + match.Length;
            }
        }

        parts.Add((text[end..], null));
        return new(text, [.. parts.Where(part => part.Item1.Length > 0)]);
    }

    /// <summary>The template of runs that differ in these config keys, the most telling first.</summary>
    public static LegendTemplate Of(IReadOnlyList<RunField> differing) =>
        Parse(string.Join(' ', ["{id}", .. differing.Take(MaxFields).Select(field => $"{Plain(field.Path[^1])}={{{field}}}")]));

    /// <param name="id">The run.</param>
    /// <param name="valueOf">The value of a field of the run; null when it has none.</param>
    public string NameOf(RunId id, Func<RunField, SacredValue?> valueOf) => string.Concat(_parts.Select(part => part.Field switch
    {
        null => part.Text,
        { OwnField: { Kind: OwnKind.Id } } => Ellipsis.Middle(ValueText.Visible(id.ToString()), MaxValue),
        var field => Ellipsis.End(ValueText.Cell(valueOf(field)).Text, MaxValue),
    }));

    // A brace in a key would begin a field.
    private static string Plain(string key) => Ellipsis.Middle(ValueText.Visible(key).Replace("{", "", StringComparison.Ordinal), 24);

    [GeneratedRegex(@"\{([^{}]+)\}")]
    private static partial Regex Braces();
}
