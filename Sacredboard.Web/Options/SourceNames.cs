using System.Text;

namespace Sacredboard.Web.Options;

/// <summary>Makes a unique name, usable as one URL segment, from the name of a database or directory.</summary>
public sealed class SourceNames
{
    /// <summary>First path segments of other pages and files.</summary>
    public static readonly IReadOnlySet<string> Reserved = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "api", "errors", "healthz", "readyz", "openapi", "lib", "css", "js", "img",
    };

    private readonly HashSet<string> _taken = new(Reserved, StringComparer.OrdinalIgnoreCase);

    public static bool IsName(string text) =>
        text.Length is > 0 and <= 64 && char.IsAsciiLetterOrDigit(text[0]) && text.All(IsPlain) && !Reserved.Contains(text);

    /// <summary>"My Runs/2024" becomes "My-Runs-2024"; a second such name becomes "My-Runs-2024-2".</summary>
    public string Make(string text)
    {
        var plain = new StringBuilder();
        foreach (var c in text.Length > 60 ? text[..60] : text)
        {
            plain.Append(IsPlain(c) ? c : '-');
        }

        var name = plain.ToString().Trim('-', '_') is { Length: > 0 } some ? some : "runs";
        var unique = name;
        for (var i = 2; !_taken.Add(unique); i++)
        {
            unique = $"{name}-{i}";
        }

        return unique;
    }

    private static bool IsPlain(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_';
}
