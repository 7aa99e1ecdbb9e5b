using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Sacredboard.Data.Runs;

/// <summary>
/// Encodes any text as one path segment that no browser, proxy or server rewrites: letters, digits, <c>-</c>, <c>_</c> and <c>.</c>
/// stand for themselves, every other UTF-8 byte is <c>~XX</c> (upper-case hex), the empty text is <c>~</c>. Percent-encoding is not
/// enough: servers and proxies decode <c>%2F</c> and normalise dots, each in its own way.
/// </summary>
public static class UrlSegment
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    public static string Encode(string text)
    {
        if (text.Length == 0)
        {
            return "~";
        }

        var segment = new StringBuilder(text.Length);
        // Some servers hide or normalise a leading dot, and all normalise "." and "..".
        foreach (var b in Encoding.UTF8.GetBytes(text))
        {
            var plain = char.IsAsciiLetterOrDigit((char)b) || b is (byte)'-' or (byte)'_' || (b == '.' && segment.Length > 0);
            _ = plain ? segment.Append((char)b) : segment.Append('~').Append(b.ToString("X2"));
        }

        return segment.ToString();
    }

    /// <summary>
    /// The reverse of <see cref="Encode"/>; false for a segment that it never returns. Also accepts characters that need no encoding.
    /// </summary>
    public static bool TryDecode(string segment, [NotNullWhen(true)] out string? text)
    {
        text = segment == "~" ? "" : null;
        if (text is not null)
        {
            return true;
        }

        var bytes = new List<byte>(segment.Length);
        for (var i = 0; i < segment.Length; i++)
        {
            if (segment[i] != '~')
            {
                var width = char.IsHighSurrogate(segment[i]) && i + 1 < segment.Length ? 2 : 1;
                bytes.AddRange(Encoding.UTF8.GetBytes(segment, i, width));
                i += width - 1;
            }
            else if (i + 2 < segment.Length && IsUpperHex(segment[i + 1]) && IsUpperHex(segment[i + 2]))
            {
                bytes.Add(Convert.ToByte(segment.Substring(i + 1, 2), 16));
                i += 2;
            }
            else
            {
                return false;
            }
        }

        try
        {
            text = Strict.GetString([.. bytes]);
        }
        catch (DecoderFallbackException)
        {
            return false;
        }

        return true;
    }

    private static bool IsUpperHex(char c) => c is (>= '0' and <= '9') or (>= 'A' and <= 'F');
}
