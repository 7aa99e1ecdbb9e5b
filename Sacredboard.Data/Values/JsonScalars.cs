using System.Buffers;
using System.Globalization;
using System.Numerics;
using System.Text;

namespace Sacredboard.Data.Values;

/// <summary>What the tokens of a <see cref="JsonTokenizer"/> stand for.</summary>
internal static class JsonScalars
{
    /// <summary>Python itself refuses to turn longer texts into a number (<c>sys.int_info.default_max_str_digits</c>).</summary>
    public const int MaxIntegerDigits = 4300;

    /// <summary>The text of a name or text token. Bytes that are not UTF-8 become U+FFFD, lone surrogates stay.</summary>
    public static string Text(this in JsonTokenizer json) =>
        json.Raw.Contains((byte)'\\') ? Unescape(json.Raw, json.Offset) : Encoding.UTF8.GetString(json.Raw);

    /// <summary>
    /// The value of a token that is neither the begin nor the end of something. A whole number of more than
    /// <see cref="MaxIntegerDigits"/> digits is kept as typed value: its digits as text, and the double nearest to it.
    /// </summary>
    public static SacredValue Value(this in JsonTokenizer json) => json.Token switch
    {
        JsonToken.Text => new SacredText(json.Text()),
        JsonToken.Integer => Integer(json.Raw),
        JsonToken.Real => new SacredDouble(json.Number()),
        JsonToken.True => SacredBoolean.True,
        JsonToken.False => SacredBoolean.False,
        _ => SacredNull.Value,
    };

    /// <summary>The number of an integer or real token; beyond the range of doubles ±Infinity, as in Python.</summary>
    public static double Number(this in JsonTokenizer json) => json.Raw[^1] switch
    {
        (byte)'N' => double.NaN,
        (byte)'y' => json.Raw[0] == (byte)'-' ? double.NegativeInfinity : double.PositiveInfinity,
        _ => double.Parse(json.Raw, NumberStyles.Float, CultureInfo.InvariantCulture),
    };

    private static SacredValue Integer(ReadOnlySpan<byte> digits)
    {
        if (long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return new SacredInteger(number);
        }

        return digits.Length <= MaxIntegerDigits
            ? new SacredInteger(BigInteger.Parse(Encoding.ASCII.GetString(digits), CultureInfo.InvariantCulture))
            : new SacredTyped(
                "int",
                new SacredDouble(double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture)),
                new SacredText(Encoding.ASCII.GetString(digits)));
    }

    private static string Unescape(ReadOnlySpan<byte> raw, int offset)
    {
        var text = new StringBuilder(raw.Length);
        while (!raw.IsEmpty)
        {
            var plain = raw.IndexOf((byte)'\\');
            plain = plain < 0 ? raw.Length : plain;
            text.Append(Encoding.UTF8.GetString(raw[..plain]));
            raw = raw[plain..];
            if (!raw.IsEmpty)
            {
                var escape = raw[1] == (byte)'u' ? UnescapeUnit(raw, offset) : UnescapeOne(raw[1], offset);
                text.Append(escape);
                raw = raw[(raw[1] == (byte)'u' ? 6 : 2)..];
            }
        }

        return text.ToString();
    }

    private static char UnescapeOne(byte escaped, int offset) => escaped switch
    {
        (byte)'"' or (byte)'\\' or (byte)'/' => (char)escaped,
        (byte)'b' => '\b',
        (byte)'f' => '\f',
        (byte)'n' => '\n',
        (byte)'r' => '\r',
        (byte)'t' => '\t',
        _ => throw new JsonFormatException($"has an unknown escape in the text at byte {offset}", offset),
    };

    private static char UnescapeUnit(ReadOnlySpan<byte> raw, int offset) =>
        raw.Length >= 6 && raw[2..6].IndexOfAnyExcept(HexDigits) < 0
            ? (char)ushort.Parse(raw[2..6], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)
            : throw new JsonFormatException($"has an incomplete escape in the text at byte {offset}", offset);

    private static readonly SearchValues<byte> HexDigits = SearchValues.Create("0123456789abcdefABCDEF"u8);
}
