namespace Sacredboard.Data.Queries.Language;

/// <summary>Writes words and values so that they are read back as the same ones.</summary>
internal static class QueryPrinting
{
    /// <summary>A word on its own: in quotes where it would be read as something else.</summary>
    public static string Word(string text) =>
        IsPlain(text) && new QueryScanner(text).Scan() is [{ Kind: QueryToken.Word } only] && only.End - only.Start == text.Length ? text : Quote(text);

    public static string Value(QueryValue value) => value.Kind switch
    {
        QueryValueKind.Text => IsPlain(value.Text) && QueryValue.OfWord(value.Text).Kind == QueryValueKind.Text ? value.Text : Quote(value.Text),
        QueryValueKind.Date => value.Text.Contains(' ') ? Quote(value.Text) : value.Text,
        _ => value.Text,
    };

    public static string Quote(string text) => $"\"{text.Replace("\\", "\\\\").Replace("\"", "\\\"")}\"";

    /// <summary>What stands between quotes; a quote that is not closed reaches to the end.</summary>
    public static string Unquote(ReadOnlySpan<char> quoted)
    {
        var mark = quoted[0];
        var closed = quoted.Length > 1 && quoted[^1] == mark && !IsEscaped(quoted, quoted.Length - 1);
        var inner = closed ? quoted[1..^1] : quoted[1..];
        var text = new System.Text.StringBuilder(inner.Length);
        for (var i = 0; i < inner.Length; i++)
        {
            // Only a quote and a backslash need one in front; before anything else it stands for itself, as regular expressions want it.
            if (inner[i] == '\\' && i + 1 < inner.Length && (inner[i + 1] == mark || inner[i + 1] == '\\'))
            {
                i++;
            }

            text.Append(inner[i]);
        }

        return text.ToString();
    }

    /// <summary>Where the unquoted text's character is in the text as it is written.</summary>
    public static int PositionIn(ReadOnlySpan<char> written, int position)
    {
        if (written is not ['"' or '\'', ..])
        {
            return Math.Min(position, written.Length);
        }

        var at = 1;
        for (; position > 0 && at < written.Length; position--)
        {
            at += written[at] == '\\' && at + 1 < written.Length && (written[at + 1] == written[0] || written[at + 1] == '\\') ? 2 : 1;
        }

        return Math.Min(at, written.Length);
    }

    private static bool IsEscaped(ReadOnlySpan<char> text, int at)
    {
        var backslashes = 0;
        while (at - backslashes > 1 && text[at - backslashes - 1] == '\\')
        {
            backslashes++;
        }

        return backslashes % 2 == 1;
    }

    private static bool IsPlain(string text) => text.Length > 0 && text.All(c => char.IsLetterOrDigit(c) || c is '_' or '-' or '/' or '.' or ':' or '@' or '+' or '%');
}
