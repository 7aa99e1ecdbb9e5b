namespace Sacredboard.Data.Queries.Language;

/// <summary>Counts how deep parentheses and <c>not</c> are nested.</summary>
internal sealed class QueryDepth
{
    private readonly Stack<int> _groups = new();
    private int _depth;
    private int _nots;

    /// <summary>The depth after the next token.</summary>
    public int Add(QueryToken kind)
    {
        switch (kind)
        {
            case QueryToken.Not:
                _nots++;
                break;
            case QueryToken.LeftParenthesis:
                _groups.Push(_nots + 1);
                _depth += _nots + 1;
                _nots = 0;
                break;
            case QueryToken.RightParenthesis when _groups.TryPop(out var added):
                _depth -= added;
                _nots = 0;
                break;
            case QueryToken.Word or QueryToken.Text or QueryToken.Field or QueryToken.Function:
                _nots = kind == QueryToken.Function ? _nots : 0;
                break;
            default:
                break;
        }

        return _depth + _nots;
    }
}
