using System.Text;

namespace Sacredboard.Data.Fields;

/// <summary>
/// Quoted texts in fields, lists of fields and queries. A backslash escapes quotes and backslashes; before anything else it stands for
/// itself, as regular expressions need it.
/// </summary>
public static class QuotedText
{
    public static string Write(string text) => $"\"{text.Replace("\\", "\\\\").Replace("\"", "\\\"")}\"";

    /// <summary>In quotes, unless it is plain.</summary>
    /// <param name="others">See <see cref="IsPlain"/>.</param>
    public static string QuoteIfNeeded(string text, string others) => IsPlain(text, others) ? text : Write(text);

    /// <summary>True for a text that needs no quotes: letters, digits and <c>_ - / @ :</c>, not empty.</summary>
    /// <param name="others">More characters that need no quotes in this place.</param>
    public static bool IsPlain(string text, string others) =>
        text.Length > 0 && text.All(c => char.IsLetterOrDigit(c) || c is '_' or '-' or '/' or '@' or ':' || others.Contains(c));

    /// <summary>Reads the quoted text at <paramref name="position"/> and moves past it; false without a closing quote.</summary>
    public static bool TryRead(string text, ref int position, out string read)
    {
        var start = position;
        position = End(text, start, out var isClosed);
        read = isClosed ? Read(text.AsSpan(start..position)) : "";
        return isClosed;
    }

    /// <summary>The text between quotes of either kind; to the end when the closing quote is missing.</summary>
    public static string Read(ReadOnlySpan<char> quoted)
    {
        _ = End(quoted, 0, out var isClosed);
        var inner = isClosed ? quoted[1..^1] : quoted[1..];
        var text = new StringBuilder(inner.Length);
        for (var i = 0; i < inner.Length; i++)
        {
            i += IsEscape(inner, i, quoted[0]) ? 1 : 0;
            text.Append(inner[i]);
        }

        return text.ToString();
    }

    /// <summary>Converts a position in the text that was read to one in the text as written.</summary>
    public static int PositionIn(ReadOnlySpan<char> written, int position)
    {
        if (written is not ['"' or '\'', ..])
        {
            return Math.Min(position, written.Length);
        }

        var at = 1;
        for (; position > 0 && at < written.Length; position--)
        {
            at += IsEscape(written, at, written[0]) ? 2 : 1;
        }

        return Math.Min(at, written.Length);
    }

    /// <summary>The position after the quote that closes the one at <paramref name="start"/>; the end when it is missing.</summary>
    public static int End(ReadOnlySpan<char> text, int start, out bool isClosed)
    {
        var mark = text[start];
        for (var i = start + 1; i < text.Length; i++)
        {
            if (text[i] == mark)
            {
                isClosed = true;
                return i + 1;
            }

            i += IsEscape(text, i, mark) ? 1 : 0;
        }

        isClosed = false;
        return text.Length;
    }

    /// <summary>The parts between separators outside quotes; at least one.</summary>
    /// <param name="marks">What is a quote.</param>
    public static IEnumerable<string> Split(string text, char separator, string marks = "\"")
    {
        var start = 0;
        foreach (var end in Outside(text, separator.ToString(), marks))
        {
            yield return text[start..end];
            start = end + 1;
        }

        yield return text[start..];
    }

    /// <summary>The positions of the wanted characters outside quotes.</summary>
    /// <param name="marks">What is a quote.</param>
    public static IEnumerable<int> Outside(string text, string wanted, string marks = "\"")
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (marks.Contains(text[i]))
            {
                i = End(text, i, out _) - 1;
            }
            else if (wanted.Contains(text[i]))
            {
                yield return i;
            }
        }
    }

    private static bool IsEscape(ReadOnlySpan<char> text, int at, char mark) =>
        text[at] == '\\' && at + 1 < text.Length && (text[at + 1] == mark || text[at + 1] == '\\');
}
