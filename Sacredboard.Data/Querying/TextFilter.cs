using Sacredboard.Data.Catalog;
using Sacredboard.Data.Catalog.Packing;

namespace Sacredboard.Data.Querying;

/// <summary>The runs that hold every word of a text.</summary>
internal sealed class TextFilter
{
    private readonly RunBits[] _found;

    private TextFilter(IReadOnlyList<string> words, RunList runs, PackView packed)
    {
        WordFinder[] finders = [.. words.Select(word => new WordFinder(new SearchWord(word), packed))];
        _found = Array.ConvertAll(runs.Pieces, piece => Find(piece, finders));
    }

    public bool this[int slot] => _found[slot / RunPiece.Size][slot % RunPiece.Size];

    /// <summary>Null when the text asks for nothing.</summary>
    public static TextFilter? Of(string text, RunList runs, PackView packed) =>
        SearchWords.Split(text) is { Count: > 0 } words ? new(words, runs, packed) : null;

    private static RunBits Find(RunPiece piece, WordFinder[] finders)
    {
        var found = finders[0].Find(piece);
        foreach (var finder in finders.AsSpan(1))
        {
            found.And(finder.Find(piece));
        }

        return found;
    }
}
