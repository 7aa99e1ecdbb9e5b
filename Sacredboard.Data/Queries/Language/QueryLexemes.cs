namespace Sacredboard.Data.Queries.Language;

/// <summary>The pieces that a walk over a query has cut so far.</summary>
internal sealed class QueryLexemes(QueryCharacters walk)
{
    public List<QueryLexeme> Found { get; } = [];

    /// <summary>What lies between <paramref name="start"/> and where the walk stands.</summary>
    public void AddFrom(int start, QueryToken kind) => Found.Add(new(kind, start, walk.Position));

    /// <summary>The next <paramref name="length"/> characters, which the walk goes over; white space before them is nothing.</summary>
    public void Add(QueryToken kind, int length)
    {
        walk.SkipSpace();
        Found.Add(new(kind, walk.Position, walk.Position + length));
        walk.Position += length;
    }
}
