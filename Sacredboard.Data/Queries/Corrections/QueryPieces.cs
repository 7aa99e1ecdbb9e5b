using Sacredboard.Data.Queries.Evaluation;
using Sacredboard.Data.Queries.Language;

namespace Sacredboard.Data.Queries.Corrections;

/// <summary>The tokens of a query with their texts; beyond its ends there are none.</summary>
internal sealed class QueryPieces(string text, KnownFields known)
{
    private readonly List<QueryLexeme> _lexemes = new QueryScanner(text).Scan();
    private readonly Dictionary<int, string?> _fields = [];

    public int Count => _lexemes.Count;

    public KnownFields Known => known;

    public string Text(int index) => Is(index) ? text[_lexemes[index].Start.._lexemes[index].End] : "";

    public QuerySpan Span(int first, int last) => QuerySpan.Between(_lexemes[first].Start, _lexemes[last].End);

    public bool Is(int index, params ReadOnlySpan<QueryToken> kinds) =>
        index >= 0 && index < Count && (kinds.Length == 0 || kinds.Contains(_lexemes[index].Kind));

    /// <summary>True for this word, in any case and not in quotes.</summary>
    public bool IsWord(int index, string word) => Is(index, QueryToken.Word) && QueryWords.Is(Text(index), word);

    /// <summary>True for a word or a quoted text, which could be a value.</summary>
    public bool IsValue(int index) => Is(index, QueryToken.Word, QueryToken.Text);

    /// <summary>The field that a bare word names; null when it names none.</summary>
    public string? Field(int index)
    {
        if (!Is(index, QueryToken.Word))
        {
            return null;
        }

        if (!_fields.TryGetValue(index, out var field))
        {
            _fields[index] = field = known.Find(Text(index));
        }

        return field;
    }

    public bool EndsWith(int index, char last) => Text(index) is [.., var end] && end == last;
}
