using Sacredboard.Data.Catalog;
using Sacredboard.Data.Catalog.Packing;

namespace Sacredboard.Data.Querying;

/// <summary>Finds the runs that hold every word of a text. Each distinct text of the catalog is searched once. Not safe for concurrent use.</summary>
internal sealed class TextFilter
{
    private readonly WordFinder[] _finders;

    private TextFilter(IReadOnlyList<string> words, PackView packed) =>
        _finders = [.. words.Select(word => new WordFinder(new SearchWord(word), packed))];

    /// <summary>Null when the text asks for nothing.</summary>
    public static TextFilter? Of(string text, PackView packed) =>
        SearchWords.Split(text) is { Count: > 0 } words ? new(words, packed) : null;

    public bool Matches(RunPiece piece, int index)
    {
        foreach (var finder in _finders)
        {
            if (!finder.IsIn(piece, index))
            {
                return false;
            }
        }

        return true;
    }
}
