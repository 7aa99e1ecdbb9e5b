using System.Text;

namespace Sacredboard.Data.Values.Python;

/// <summary>Python's <c>bytes</c>.</summary>
internal static class PythonBytes
{
    private const int MaxShown = 4096;

    /// <summary>The bytes of a tagged value as a Python literal (<c>b'\x00abc'</c>), or null when they cannot be decoded.</summary>
    public static SacredText? Decode(string tag, string text)
    {
        var bytes = tag switch
        {
            "py/b64" => FromBase64(text),
            "py/b85" => FromBase85(text),
            _ => FromQuotedPrintable(text),
        };
        return bytes is null ? null : new SacredText(Literal(bytes));
    }

    /// <summary>Null when it is not base64.</summary>
    public static byte[]? FromBase64(string text)
    {
        var bytes = new byte[(text.Length / 4 * 3) + 3];
        return Convert.TryFromBase64String(text, bytes, out var length) ? bytes[..length] : null;
    }

    public static string Literal(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder("b'");
        foreach (var b in bytes[..Math.Min(bytes.Length, MaxShown)])
        {
            _ = b switch
            {
                (byte)'\\' or (byte)'\'' => text.Append('\\').Append((char)b),
                (byte)'\n' => text.Append("\\n"),
                (byte)'\r' => text.Append("\\r"),
                (byte)'\t' => text.Append("\\t"),
                >= 0x20 and < 0x7F => text.Append((char)b),
                _ => text.Append("\\x").Append(b.ToString("x2")),
            };
        }

        return text.Append(bytes.Length > MaxShown ? $"…' ({bytes.Length} bytes)" : "'").ToString();
    }

    // Python's base64.b85encode: five characters hold four bytes; a last part of n characters holds n - 1 bytes.
    private static byte[]? FromBase85(string text)
    {
        const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~";
        var bytes = new List<byte>(text.Length);
        for (var start = 0; start < text.Length; start += 5)
        {
            var length = Math.Min(5, text.Length - start);
            var number = 0L;
            for (var i = 0; i < 5; i++)
            {
                var digit = i < length ? Digits.IndexOf(text[start + i]) : 84;
                if (digit < 0)
                {
                    return null;
                }

                number = (number * 85) + digit;
            }

            if (length == 1 || number > uint.MaxValue)
            {
                return null;
            }

            for (var i = 0; i < length - 1; i++)
            {
                bytes.Add((byte)(number >> (24 - (8 * i))));
            }
        }

        return [.. bytes];
    }

    private static byte[]? FromQuotedPrintable(string text)
    {
        var bytes = new List<byte>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '=')
            {
                bytes.AddRange(Encoding.UTF8.GetBytes(text, i, 1));
            }
            else if (i + 1 < text.Length && text[i + 1] == '\n')
            {
                i++;
            }
            else if (i + 2 < text.Length && char.IsAsciiHexDigit(text[i + 1]) && char.IsAsciiHexDigit(text[i + 2]))
            {
                bytes.Add(Convert.ToByte(text.Substring(i + 1, 2), 16));
                i += 2;
            }
            else
            {
                return null;
            }
        }

        return [.. bytes];
    }
}
