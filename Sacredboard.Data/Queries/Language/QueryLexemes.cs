namespace Sacredboard.Data.Queries.Language;

/// <summary>The tokens of a query found so far.</summary>
internal sealed class QueryLexemes(QueryCharacters walk)
{
    public List<QueryLexeme> Found { get; } = [];

    /// <summary>Adds the text from <paramref name="start"/> to the current position.</summary>
    public void AddFrom(int start, QueryToken kind) => Found.Add(new(kind, start, walk.Position));

    /// <summary>Skips white space, then adds and skips the next <paramref name="length"/> characters.</summary>
    public void Add(QueryToken kind, int length)
    {
        walk.SkipSpace();
        Found.Add(new(kind, walk.Position, walk.Position + length));
        walk.Position += length;
    }
}
