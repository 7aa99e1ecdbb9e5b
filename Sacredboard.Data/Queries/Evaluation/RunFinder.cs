using Sacredboard.Data.Catalog.Storage;

namespace Sacredboard.Data.Queries.Evaluation;

/// <summary>Finds the runs of a part of a query, piece by piece. Safe for concurrent use.</summary>
internal abstract class RunFinder
{
    /// <summary>The matching runs of the piece, whose slots begin at <paramref name="firstSlot"/>; undefined for unused slots.</summary>
    public abstract RunBits Find(RunPiece piece, int firstSlot);
}

/// <summary>The runs that match all terms; every run when there are no terms.</summary>
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

/// <summary>The runs that match at least one term.</summary>
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

/// <summary>The runs that do not match the term.</summary>
internal sealed class NotFinder(RunFinder term) : RunFinder
{
    public override RunBits Find(RunPiece piece, int firstSlot)
    {
        var found = term.Find(piece, firstSlot);
        found.Not();
        return found;
    }
}

/// <summary>The runs that contain the word.</summary>
internal sealed class TextFinder(WordFinder word) : RunFinder
{
    public override RunBits Find(RunPiece piece, int firstSlot) => word.Find(piece);
}
