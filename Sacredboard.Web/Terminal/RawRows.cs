namespace Sacredboard.Web.Terminal;

/// <summary>Output as it is stored: control characters are shown, and a row ends after each line feed or lone carriage return.</summary>
internal static class RawRows
{
    /// <param name="offset">Position of the text in the whole output, in UTF-16 units.</param>
    public static IReadOnlyList<TerminalRow> Render(string text, long offset)
    {
        var rows = new List<TerminalRow>();
        for (var start = 0; start < text.Length;)
        {
            var end = EndOf(text, start) is var found and >= 0 ? found : text.Length;
            var row = text.AsSpan(start, end - start).TrimEnd('\n');
            var shown = row[..Math.Min(row.Length, TerminalGrid.MaxColumns)];
            rows.Add(new(offset + start, Spans(shown)) { Hidden = row.Length - shown.Length });
            start = end;
        }

        return rows;
    }

    /// <summary>The end of the row that begins at an index, in UTF-16 units; -1 when it is not in the text.</summary>
    public static int EndOf(string text, int start)
    {
        var rest = text.AsSpan(start);
        var end = rest.IndexOfAny('\n', '\r');
        return end < 0 ? -1 : start + end + (rest[end..] is ['\r', '\n', ..] ? 2 : 1);
    }

    private static List<TerminalSpan> Spans(ReadOnlySpan<char> row)
    {
        var spans = new List<TerminalSpan>();
        while (!row.IsEmpty)
        {
            var control = row.IndexOfAny(TerminalStyle.Controls);
            var plain = control < 0 ? row.Length : control;
            if (plain > 0)
            {
                spans.Add(new(new string(row[..plain]), null));
            }

            if (control >= 0)
            {
                spans.Add(new(char.ConvertFromUtf32(TerminalStyle.Picture(row[control])!.Value), TerminalStyle.ControlClass));
            }

            row = row[Math.Min(row.Length, plain + 1)..];
        }

        return spans;
    }
}
