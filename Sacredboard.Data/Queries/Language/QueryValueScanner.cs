namespace Sacredboard.Data.Queries.Language;

/// <summary>Cuts the text after an operator: one value or a list. Symbols of operators are part of a value there.</summary>
internal sealed class QueryValueScanner(QueryCharacters walk, QueryLexemes lexemes)
{
    /// <summary>Adds the next value, if there is one.</summary>
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

    /// <summary>Adds a list, from the parenthesis that opens it to the one that closes it.</summary>
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
