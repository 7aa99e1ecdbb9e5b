using System.Globalization;
using System.Text;

namespace Sacredboard.Web.Formatting;

/// <summary>
/// Quotes words for a POSIX shell (bash, zsh). Text pasted from a web page must not do more than it shows, so control and formatting
/// characters become escapes in <c>$'…'</c>.
/// </summary>
public static class ShellText
{
    public static string Quote(string word)
    {
        // zsh replaces a word that begins with "=" by the path of that command.
        if (word.Length > 0 && word[0] != '=' && word.All(IsPlain))
        {
            return word;
        }

        return word.EnumerateRunes().Any(IsUnprintable) ? QuoteWithEscapes(word) : $"'{word.Replace("'", "'\\''")}'";
    }

    public static string Join(IEnumerable<string> words) => string.Join(' ', words.Select(Quote));

    private static string QuoteWithEscapes(string word)
    {
        var quoted = new StringBuilder("$'");
        foreach (var rune in word.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                // A shell word cannot contain NUL.
                0 => quoted,
                '\n' => quoted.Append("\\n"),
                '\t' => quoted.Append("\\t"),
                '\r' => quoted.Append("\\r"),
                '\'' => quoted.Append("\\'"),
                '\\' => quoted.Append("\\\\"),
                _ when !IsUnprintable(rune) => quoted.Append(rune.ToString()),
                <= 0xFFFF => quoted.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:X4}"),
                _ => quoted.Append(CultureInfo.InvariantCulture, $"\\U{rune.Value:X8}"),
            };
        }

        return quoted.Append('\'').ToString();
    }

    private static bool IsPlain(char c) => char.IsAsciiLetterOrDigit(c) || "_@%+=:,./-".Contains(c);

    private static bool IsUnprintable(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;
}
