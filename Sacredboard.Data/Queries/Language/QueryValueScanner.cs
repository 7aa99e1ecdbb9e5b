namespace Sacredboard.Data.Queries.Language;

/// <summary>Cuts what stands behind an operator: one value or a list of them. An operator is nothing there, it is part of the value.</summary>
internal sealed class QueryValueScanner(QueryCharacters walk, QueryLexemes lexemes)
{
    /// <summary>The value that comes next, if there is any.</summary>
    public void ScanValue()
    {
        walk.SkipSpace();
        var start = walk.Position;
        if (walk.Current is '"' or '\'')
        {
            walk.SkipQuoted();
        }
        else
        {
            walk.SkipUnquoted();
        }

        if (walk.Position > start)
        {
            lexemes.AddFrom(start, QueryToken.Value);
        }
    }

    /// <summary>From the parenthesis that opens a list over the one that closes it.</summary>
    public void ScanList()
    {
        lexemes.Add(QueryToken.LeftParenthesis, 1);
        for (walk.SkipSpace(); !walk.IsAtEnd; walk.SkipSpace())
        {
            var start = walk.Position;
            switch (walk.Current)
            {
                case ')':
                    lexemes.Add(QueryToken.RightParenthesis, 1);
                    return;
                case ',':
                    lexemes.Add(QueryToken.Comma, 1);
                    break;
                case '"' or '\'':
                    walk.SkipQuoted();
                    lexemes.AddFrom(start, QueryToken.Value);
                    break;
                default:
                    walk.SkipListed();
                    lexemes.AddFrom(start, QueryToken.Value);
                    break;
            }
        }
    }
}
