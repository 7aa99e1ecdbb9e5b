using Sacredboard.Data.Catalog.Storage;

namespace Sacredboard.Data.Queries.Evaluation;

/// <summary>A part of a query, ready to be asked of piece after piece. Not safe for concurrent use.</summary>
internal abstract class RunFinder
{
    /// <summary>The runs of the piece, whose slots begin at <paramref name="firstSlot"/>, for which it is true; of slots not in use anything.</summary>
    public abstract RunBits Find(RunPiece piece, int firstSlot);
}

/// <summary>All of some; of none every run.</summary>
internal sealed class AllFinder(IReadOnlyList<RunFinder> terms) : RunFinder
{
    public override RunBits Find(RunPiece piece, int firstSlot)
    {
        var found = RunBits.All();
        for (var i = 0; i < terms.Count && !found.IsEmpty; i++)
        {
            found.And(terms[i].Find(piece, firstSlot));
        }

        return found;
    }
}

/// <summary>Any of some.</summary>
internal sealed class AnyFinder(IReadOnlyList<RunFinder> terms) : RunFinder
{
    public override RunBits Find(RunPiece piece, int firstSlot)
    {
        var found = new RunBits();
        foreach (var term in terms)
        {
            found.Or(term.Find(piece, firstSlot));
        }

        return found;
    }
}

/// <summary>The others.</summary>
internal sealed class NotFinder(RunFinder term) : RunFinder
{
    public override RunBits Find(RunPiece piece, int firstSlot)
    {
        var found = term.Find(piece, firstSlot);
        found.Not();
        return found;
    }
}

/// <summary>A word on its own.</summary>
internal sealed class TextFinder(WordFinder word) : RunFinder
{
    public override RunBits Find(RunPiece piece, int firstSlot) => word.Find(piece);
}
