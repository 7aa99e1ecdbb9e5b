using Sacredboard.Data.Values;

namespace Sacredboard.Data.Runs;

/// <summary>
/// Reads the stored traceback of a run: a list of texts as Python's <c>traceback.format_exception</c> returns them (most hold several
/// lines and end in a line end), or one text.
/// </summary>
public static class FailTrace
{
    /// <summary><see cref="LastLine"/> looks at this many pieces from the end, so a summary need not load more.</summary>
    public const int MaxTailPieces = 8;

    /// <summary>The whole traceback as one text, or null when there is none.</summary>
    public static string? Read(SacredValue? stored)
    {
        var pieces = Pieces(stored);
        return pieces.Count == 0 ? null : string.Concat(pieces.Select(piece => piece.EndsWith('\n') ? piece : piece + "\n"));
    }

    /// <summary>The line with the exception ("ValueError: boom"), or null.</summary>
    public static string? LastLine(SacredValue? stored)
    {
        var pieces = Pieces(stored);
        pieces = pieces[Math.Max(0, pieces.Count - MaxTailPieces)..];
        // An exception group lists its exceptions inside a drawn frame; its own message is the line before the frame.
        var frame = pieces.FindIndex(piece => piece.TrimStart().StartsWith("+-+-", StringComparison.Ordinal));
        if (frame > 0 && !pieces[0].StartsWith("    |", StringComparison.Ordinal))
        {
            pieces = pieces[..frame];
        }

        for (var i = pieces.Count - 1; i >= 0; i--)
        {
            if (Line(pieces[i]) is { } line)
            {
                return line;
            }
        }

        return null;
    }

    private static List<string> Pieces(SacredValue? stored) => stored switch
    {
        SacredText text => [text.Value],
        SacredList list => [.. list.Items.OfType<SacredText>().Select(item => item.Value)],
        _ => [],
    };

    // The message may span several lines; the first line after the last stack frame has the exception's name.
    private static string? Line(string piece)
    {
        var lastFrame = piece.LastIndexOf("  File \"", StringComparison.Ordinal);
        foreach (var line in piece.AsSpan(Math.Max(0, lastFrame)).EnumerateLines())
        {
            var text = WithoutGroupFrame(line).TrimEnd();
            if (!text.IsEmpty && text[0] != '+' && (lastFrame < 0 || text[0] != ' '))
            {
                return text.TrimStart().ToString();
            }
        }

        return null;
    }

    private static ReadOnlySpan<char> WithoutGroupFrame(ReadOnlySpan<char> line)
    {
        var text = line.TrimStart();
        return text switch
        {
            ['|', ' ', ..] => text[2..],
            ['+', ..] => text,
            _ => line,
        };
    }
}
