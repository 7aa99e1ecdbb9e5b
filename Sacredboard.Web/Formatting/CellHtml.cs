using System.Text.Encodings.Web;

namespace Sacredboard.Web.Formatting;

/// <summary>
/// The text of a table's cell: of 24,000 cells a browser lays out those with an element for the direction of their text half as fast.
/// </summary>
public static class CellHtml
{
    // Where the first script from right to left begins.
    private const char FirstRightToLeft = '\u0590';

    /// <summary>Writes a text that may run from right to left in an element of its own, so that it has its own direction.</summary>
    public static void WriteText(TextWriter writer, HtmlEncoder encoder, string text)
    {
        var isPlain = IsLeftToRight(text);
        writer.Write(isPlain ? "" : "<bdi>");
        encoder.Encode(writer, text);
        writer.Write(isPlain ? "" : "</bdi>");
    }

    // Dashes, ± and ∞ turn no text round, but characters between them and the scripts that do are not worth telling apart.
    private static bool IsLeftToRight(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (character >= FirstRightToLeft && !"–…∞−".Contains(character))
            {
                return false;
            }
        }

        return true;
    }
}
