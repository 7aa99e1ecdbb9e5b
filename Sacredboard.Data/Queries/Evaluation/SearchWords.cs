namespace Sacredboard.Data.Queries.Evaluation;

/// <summary>Splits what was typed into the search box: words at white space, what stands in quotes as one word.</summary>
internal static class SearchWords
{
    public static IReadOnlyList<string> Split(string text)
    {
        var words = new List<string>();
        var position = 0;
        while (position < text.Length)
        {
            if (char.IsWhiteSpace(text[position]))
            {
                position++;
                continue;
            }

            // A quote that is never closed reaches to the end: somebody is still typing.
            var quoted = text[position] == '"';
            var start = quoted ? position + 1 : position;
            var end = start;
            while (end < text.Length && (quoted ? text[end] != '"' : !char.IsWhiteSpace(text[end])))
            {
                end++;
            }

            if (end > start)
            {
                words.Add(text[start..end]);
            }

            position = quoted ? end + 1 : end;
        }

        return words;
    }
}
