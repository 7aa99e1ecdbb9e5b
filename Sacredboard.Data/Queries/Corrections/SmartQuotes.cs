using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries.Language;

namespace Sacredboard.Data.Queries.Corrections;

/// <summary>Finds typographic quotes, which word processors write.</summary>
internal static class SmartQuotes
{
    private const string Opening = "“„«‘‚";
    private const string Closing = "”“»’‘";

    /// <summary>The text from an opening to a closing quote, from this token on; null without them.</summary>
    public static Correction? At(QueryPieces pieces, int index)
    {
        if (pieces.Text(index) is not [var first, ..] || !Opening.Contains(first))
        {
            return null;
        }

        var last = index;
        while (!(pieces.Text(last) is [.., var end] && Closing.Contains(end) && (last > index || pieces.Text(last).Length > 1)))
        {
            if (!pieces.Is(++last, QueryToken.Word, QueryToken.And, QueryToken.Or, QueryToken.Not))
            {
                return null;
            }
        }

        var words = string.Join(' ', Enumerable.Range(index, last - index + 1).Select(pieces.Text));
        return new(pieces.Span(index, last), "These are typographic quotes; write \"", [QuotedText.Write(words[1..^1])]) { IsSure = true };
    }
}
