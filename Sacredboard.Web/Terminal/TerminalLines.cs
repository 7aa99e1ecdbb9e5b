using System.Text.RegularExpressions;

namespace Sacredboard.Web.Terminal;

/// <summary>The rows of <see cref="TerminalScreen"/> as plain text, fast for output of several megabytes.</summary>
public static partial class TerminalLines
{
    public static IReadOnlyList<string> Of(string text)
    {
        if (text.Length == 0)
        {
            return [];
        }

        if (MovesBetweenLines().IsMatch(text))
        {
            return [.. TerminalScreen.Render(text).Select(Text)];
        }

        text = text.Contains('\e') ? Colours().Replace(text, "") : text;
        var lines = new List<string>();
        for (var start = 0; start <= text.Length;)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            // A return at the end of a line has overwritten nothing.
            lines.Add(Line(text.AsSpan(start, end - start).TrimEnd('\r').ToString()));
            start = end + 1;
        }

        if (lines is [_, .., ""])
        {
            lines.RemoveAt(lines.Count - 1);
        }

        return lines;
    }

    private static string Line(string line) =>
        line.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0 || !line.Any(NeedsScreen)
            ? line
            : string.Concat(TerminalScreen.Render(line).Select(Text));

    private static bool NeedsScreen(char character) => (char.IsControl(character) && character != '\t') || char.IsSurrogate(character);

    private static string Text(TerminalRow row) => string.Concat(row.Spans.Select(span => span.Text));

    [GeneratedRegex(@"\e\[[0-9;]{0,60}m")]
    private static partial Regex Colours();

    // All escape sequences but colours and those that erase within a line; without them no line changes another.
    [GeneratedRegex(@"\e(?!\[[0-9;]{0,60}[mK])")]
    private static partial Regex MovesBetweenLines();
}
