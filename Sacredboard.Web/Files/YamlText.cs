using System.Globalization;
using Sacredboard.Data.Values;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Sacredboard.Web.Files;

/// <summary>
/// Writes a value as YAML, so that <see cref="YamlTree"/> and PyYAML read it back: text that reads as another value is quoted.
/// </summary>
public static class YamlText
{
    public static string Write(SacredValue value)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var emitter = new Emitter(text);
        emitter.Emit(new StreamStart());
        emitter.Emit(new DocumentStart());
        Write(emitter, value);
        emitter.Emit(new DocumentEnd(true));
        emitter.Emit(new StreamEnd());
        return text.ToString();
    }

    private static void Write(Emitter emitter, SacredValue value)
    {
        switch (value)
        {
            case SacredObject { Members: var members }:
                emitter.Emit(new MappingStart(null, null, true, members.Count == 0 ? MappingStyle.Flow : MappingStyle.Block));
                foreach (var (key, member) in members)
                {
                    WriteText(emitter, key);
                    Write(emitter, member);
                }

                emitter.Emit(new MappingEnd());
                break;
            case SacredList { Items: var items }:
                var isShort = items.All(item => item is not (SacredList or SacredObject or SacredTyped));
                emitter.Emit(new SequenceStart(null, null, true, isShort ? SequenceStyle.Flow : SequenceStyle.Block));
                foreach (var item in items)
                {
                    Write(emitter, item);
                }

                emitter.Emit(new SequenceEnd());
                break;
            case SacredText text:
                WriteText(emitter, text.Value);
                break;
            case SacredTyped typed:
                Write(emitter, typed.Value ?? typed.Raw);
                break;
            default:
                emitter.Emit(new Scalar(null, null, Word(value), ScalarStyle.Plain, true, false));
                break;
        }
    }

    // PyYAML reads yes, no, on, off, dates and 1_000 as more than text: what may be more than a word is quoted.
    private static void WriteText(Emitter emitter, string text)
    {
        var isWord = text.Length is > 0 and < 200 && char.IsAsciiLetter(text[0])
            && text.All(c => char.IsAsciiLetterOrDigit(c) || "_-./ ".Contains(c))
            && text[^1] != ' ' && !IsSwitch(text) && YamlTree.TryRead(text) is SacredText;
        emitter.Emit(new Scalar(null, null, text, isWord ? ScalarStyle.Plain : ScalarStyle.DoubleQuoted, isWord, true));
    }

    private static bool IsSwitch(string text) => text.ToLowerInvariant() is "y" or "n" or "yes" or "no" or "on" or "off";

    private static string Word(SacredValue value) => value switch
    {
        SacredBoolean boolean => boolean.Value ? "true" : "false",
        SacredInteger integer => integer.Value.ToString(CultureInfo.InvariantCulture),
        SacredDouble { Value: double.NaN } => ".nan",
        SacredDouble { Value: double.PositiveInfinity } => ".inf",
        SacredDouble { Value: double.NegativeInfinity } => "-.inf",
        SacredDouble number => WithPoint(number.Value.ToString("R", CultureInfo.InvariantCulture)),
        SacredDate date => date.Value.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture),
        _ => "null",
    };

    // PyYAML takes 1e-05 for text: a number has a point, and its exponent a sign.
    private static string WithPoint(string digits)
    {
        var at = digits.IndexOf('E', StringComparison.Ordinal);
        var (body, exponent) = at < 0 ? (digits, "") : (digits[..at], "e" + digits[(at + 1)..]);
        return body + (body.Contains('.') ? "" : ".0") + exponent;
    }
}
