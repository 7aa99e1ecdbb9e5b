using System.Text;

namespace Sacredboard.Data.Fields;

/// <summary>The name of a key in one spelling.</summary>
internal static class KeyName
{
    /// <summary>randomSeed, random-seed and RANDOM_SEED are all <c>random_seed</c>.</summary>
    public static string Snake(string key)
    {
        var name = new StringBuilder(key.Length + 4);
        for (var i = 0; i < key.Length; i++)
        {
            if (i > 0 && char.IsAsciiLetterUpper(key[i]) && char.IsAsciiLetterLower(key[i - 1]))
            {
                name.Append('_');
            }

            name.Append(key[i] is '-' or ' ' or '.' ? '_' : char.ToLowerInvariant(key[i]));
        }

        return name.ToString();
    }
}
