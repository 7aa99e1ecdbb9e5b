namespace Sacredboard.Data.Runs;

internal static class StoredText
{
    /// <summary>False for text with a lone surrogate: it has no UTF-8 form, so no database can store it.</summary>
    public static bool IsUnicode(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && !(i + 1 < text.Length && char.IsSurrogatePair(text[i], text[++i])))
            {
                return false;
            }
        }

        return true;
    }
}
