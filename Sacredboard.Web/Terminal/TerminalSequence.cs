namespace Sacredboard.Web.Terminal;

/// <summary>One terminal escape sequence.</summary>
/// <param name="Final">The letter that names the command; NUL for sequences that are ignored here.</param>
/// <param name="End">Index of the first character after it.</param>
internal readonly record struct TerminalSequence(char Final, IReadOnlyList<int> Parameters, int End)
{
    // Longer ones are text after a stray escape character.
    private const int MaxControlLength = 64;
    private const int MaxStringLength = 4096;

    // Outputs of megabytes have hundreds of thousands of sequences, nearly all with one of these as their only parameter.
    private const int MaxKnown = 108;
    private static readonly int[][] Known = [.. Enumerable.Range(0, MaxKnown).Select(number => (int[])[number])];

    /// <summary>The first parameter, 0 when there is none.</summary>
    public int First => Parameters.Count > 0 ? Parameters[0] : 0;

    /// <summary>Reads the sequence at an escape character; null when it is invalid or cut off.</summary>
    public static TerminalSequence? TryRead(string text, int start)
    {
        if (start + 1 >= text.Length)
        {
            return null;
        }

        return text[start + 1] switch
        {
            '[' => ReadControl(text, start + 2),
            ']' or 'P' or 'X' or '^' or '_' => ReadString(text, start + 2),
            '(' or ')' or '#' or '%' when start + 2 < text.Length => new('\0', [], start + 3),
            >= '0' and <= '~' => new('\0', [], start + 2),
            _ => null,
        };
    }

    /// <summary>
    /// True when the text ends before it is clear whether a sequence begins at an escape character. No other escape character follows then,
    /// but line ends may.
    /// </summary>
    public static bool IsCutOff(string text, int start)
    {
        var rest = text.AsSpan(start + 1);
        return rest.IsEmpty || rest[0] switch
        {
            '[' => rest.Length <= MaxControlLength && rest[1..].IndexOfAnyExceptInRange(' ', '?') < 0,
            ']' or 'P' or 'X' or '^' or '_' => rest.Length <= MaxStringLength && rest.IndexOfAny('\a', '\e') is var end
                && (end < 0 || (rest[end] == '\e' && end + 1 == rest.Length)),
            '(' or ')' or '#' or '%' => rest.Length == 1,
            _ => false,
        };
    }

    private static TerminalSequence? ReadControl(string text, int start)
    {
        var end = start;
        while (end < text.Length && end - start < MaxControlLength && text[end] is >= ' ' and < '@')
        {
            end++;
        }

        if (end >= text.Length || text[end] is < '@' or > '~')
        {
            return null;
        }

        var body = text.AsSpan(start, end - start);
        // Private sequences ("?25l" hides the cursor) have no visible effect.
        return body.Length > 0 && body[0] is '?' or '>' or '<' or '='
            ? new('\0', [], end + 1)
            : new(text[end], ParametersOf(body), end + 1);
    }

    private static IReadOnlyList<int> ParametersOf(ReadOnlySpan<char> body)
    {
        if (body.IndexOfAny(';', ':') < 0)
        {
            var only = Number(body);
            return only is >= 0 and < MaxKnown ? Known[only] : [only];
        }

        var parameters = new List<int>(5);
        foreach (var part in body.SplitAny(';', ':'))
        {
            parameters.Add(Number(body[part]));
        }

        return parameters;
    }

    private static int Number(ReadOnlySpan<char> digits) => int.TryParse(digits, out var number) ? number : 0;

    // Window titles and links are not part of the screen.
    private static TerminalSequence? ReadString(string text, int start)
    {
        var limit = Math.Min(text.Length, start + MaxStringLength);
        for (var i = start; i < limit; i++)
        {
            if (text[i] == '\a')
            {
                return new('\0', [], i + 1);
            }

            // Another sequence ends it, as in terminals; looking further for each would take forever.
            if (text[i] == '\e')
            {
                return i + 1 < text.Length && text[i + 1] == '\\' ? new('\0', [], i + 2) : null;
            }
        }

        return null;
    }
}
