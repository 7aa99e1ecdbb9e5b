using System.Text;

namespace Sacredboard.Data.Fields;

/// <summary>
/// Texts in quotes, as fields, lists of fields and queries have them: a backslash stands before quotes and backslashes; before anything else it
/// stands for itself, as regular expressions want it.
/// </summary>
public static class QuotedText
{
    public static string Write(string text) => $"\"{text.Replace("\\", "\\\\").Replace("\"", "\\\"")}\"";

    /// <summary>Without quotes where it is plain.</summary>
    /// <param name="others">See <see cref="IsPlain"/>.</param>
    public static string WriteIfOdd(string text, string others) => IsPlain(text, others) ? text : Write(text);

    /// <summary>True for a text that no quotes are needed for: of letters, digits and <c>_ - / @ :</c>, and not empty.</summary>
    /// <param name="others">More characters that are plain where it stands.</param>
    public static bool IsPlain(string text, string others) =>
        text.Length > 0 && text.All(c => char.IsLetterOrDigit(c) || c is '_' or '-' or '/' or '@' or ':' || others.Contains(c));

    /// <summary>Reads what begins with a quote at <paramref name="position"/>, which is behind it then; false when it has no end.</summary>
    public static bool TryRead(string text, ref int position, out string read)
    {
        var start = position;
        position = End(text, start, out var isClosed);
        read = isClosed ? Read(text.AsSpan(start..position)) : "";
        return isClosed;
    }

    /// <summary>What stands between quotes, of either kind; one that is not closed reaches to the end.</summary>
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

    /// <summary>Where the character at <paramref name="position"/> of the text that was read is in the text as it is written.</summary>
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

    /// <summary>The position behind the quote that closes the one at <paramref name="start"/>; without one the end.</summary>
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

    /// <summary>The parts between commas or another separator that stands in no quotes; at least one.</summary>
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

    /// <summary>The positions of some characters where they stand in no quotes.</summary>
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
