using System.Buffers;

namespace Sacredboard.Data.Values;

/// <summary>
/// Finds where JSON tokens end. Each method takes the position where a token begins and returns the position after it, in bytes.
/// </summary>
internal static class JsonLexer
{
    private static readonly SearchValues<byte> Delimiters = SearchValues.Create("\"[]{}"u8);

    public static int BlanksEnd(ReadOnlySpan<byte> json, int at)
    {
        while (at < json.Length && json[at] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
        {
            at++;
        }

        return at;
    }

    public static int TextEnd(ReadOnlySpan<byte> json, int at)
    {
        for (at++; ; at += 2)
        {
            var step = json[at..].IndexOfAny((byte)'"', (byte)'\\');
            at = step < 0 ? json.Length : at + step;
            if (at < json.Length && json[at] == (byte)'"')
            {
                return at + 1;
            }

            if (at + 1 >= json.Length)
            {
                throw CutOff(json);
            }
        }
    }

    public static int WordEnd(ReadOnlySpan<byte> json, int at, ReadOnlySpan<byte> word)
    {
        var rest = json[at..];
        return rest.StartsWith(word) ? at + word.Length : throw (word.StartsWith(rest) ? CutOff(json) : Unexpected(at));
    }

    public static int NumberEnd(ReadOnlySpan<byte> json, int at, out JsonToken token)
    {
        token = JsonToken.Integer;
        var first = json[at] == (byte)'-' ? at + 1 : at;
        at = DigitsEnd(json, first);
        if (at - first > 1 && json[first] == (byte)'0')
        {
            throw Unexpected(at);
        }

        if (at < json.Length && json[at] == (byte)'.')
        {
            token = JsonToken.Real;
            at = DigitsEnd(json, at + 1);
        }

        if (at < json.Length && json[at] is (byte)'e' or (byte)'E')
        {
            token = JsonToken.Real;
            at++;
            at = DigitsEnd(json, at < json.Length && json[at] is (byte)'+' or (byte)'-' ? at + 1 : at);
        }

        return at;
    }

    /// <summary>The end of the innermost object or list that contains the position. Looks only at brackets and strings.</summary>
    public static int ContainerEnd(ReadOnlySpan<byte> json, int at)
    {
        for (var depth = 1; depth > 0;)
        {
            var step = json[at..].IndexOfAny(Delimiters);
            if (step < 0)
            {
                throw CutOff(json);
            }

            at += step;
            depth += json[at] switch { (byte)'"' => 0, (byte)'[' or (byte)'{' => 1, _ => -1 };
            at = json[at] == (byte)'"' ? TextEnd(json, at) : at + 1;
        }

        return at;
    }

    public static JsonFormatException CutOff(ReadOnlySpan<byte> json) => new(
        json.Trim(" \t\r\n"u8).IsEmpty ? "is empty" : $"is cut off at byte {json.Length}", json.Length);

    public static JsonFormatException Unexpected(int at) => new($"is not JSON at byte {at}", at);

    private static int DigitsEnd(ReadOnlySpan<byte> json, int first)
    {
        var at = first;
        while (at < json.Length && json[at] is >= (byte)'0' and <= (byte)'9')
        {
            at++;
        }

        return at > first ? at : throw (at == json.Length ? CutOff(json) : Unexpected(at));
    }
}
