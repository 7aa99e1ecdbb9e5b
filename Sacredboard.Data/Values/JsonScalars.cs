using System.Buffers;
using System.Globalization;
using System.Numerics;
using System.Text;

namespace Sacredboard.Data.Values;

/// <summary>Converts tokens of a <see cref="JsonTokenizer"/> to values.</summary>
internal static class JsonScalars
{
    /// <summary>Python itself refuses to convert longer strings to integers (<c>sys.int_info.default_max_str_digits</c>).</summary>
    public const int MaxIntegerDigits = 4300;

    /// <summary>The text of a name or text token. Bytes that are not UTF-8 become U+FFFD, lone surrogates are kept.</summary>
    public static string Text(this in JsonTokenizer json) =>
        json.Raw.Contains((byte)'\\') ? Unescape(json.Raw, json.Offset) : Encoding.UTF8.GetString(json.Raw);

    /// <summary>
    /// The value of a token that is not a bracket. An integer of more than <see cref="MaxIntegerDigits"/> digits becomes a typed
    /// value: its digits as text, and the nearest double.
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

    /// <summary>The number of an integer or real token; ±Infinity beyond the range of doubles, as in Python.</summary>
    public static double Number(this in JsonTokenizer json) => json.Raw[^1] switch
    {
        (byte)'N' => double.NaN,
        (byte)'y' => json.Raw[0] == (byte)'-' ? double.NegativeInfinity : double.PositiveInfinity,
        _ => TryShort(json.Raw, out var number) ? number : double.Parse(json.Raw, NumberStyles.Float, CultureInfo.InvariantCulture),
    };

    // A double holds integers of up to 15 digits and powers of ten up to 10^22 exactly, so their quotient is correctly rounded.
    private static bool TryShort(ReadOnlySpan<byte> raw, out double number)
    {
        var (digits, behindPoint, hasPoint) = (0L, 0, false);
        var isNegative = raw[0] == (byte)'-';
        foreach (var c in raw[(isNegative ? 1 : 0)..])
        {
            if (c is >= (byte)'0' and <= (byte)'9')
            {
                digits = (digits * 10) + c - '0';
                behindPoint += hasPoint ? 1 : 0;
            }
            else if (c == (byte)'.')
            {
                hasPoint = true;
            }
            else
            {
                number = 0;
                return false;
            }

            if (digits >= 1_000_000_000_000_000 || behindPoint >= PowersOfTen.Length)
            {
                number = 0;
                return false;
            }
        }

        number = (isNegative ? -(double)digits : digits) / PowersOfTen[behindPoint];
        return true;
    }

    private static readonly double[] PowersOfTen =
    [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
    ];

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
