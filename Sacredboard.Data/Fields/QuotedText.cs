using System.Text;

namespace Sacredboard.Data.Fields;

/// <summary>Any text in quotes, with a backslash before quotes and backslashes.</summary>
internal static class QuotedText
{
    public static string Write(string text) => $"\"{text.Replace("\\", "\\\\").Replace("\"", "\\\"")}\"";

    /// <summary>Reads what begins with a quote at <paramref name="position"/>, which is behind it then; false when it has no end.</summary>
    public static bool TryRead(string text, ref int position, out string read)
    {
        var found = new StringBuilder();
        for (position++; position < text.Length; position++)
        {
            if (text[position] == '"')
            {
                position++;
                read = found.ToString();
                return true;
            }

            if (text[position] == '\\' && position + 1 < text.Length)
            {
                position++;
            }

            found.Append(text[position]);
        }

        read = "";
        return false;
    }
}
