using System.Globalization;
using System.Numerics;

namespace Sacredboard.Data.Values.Python;

/// <summary>
/// Decodes an object stored as the call that would recreate it (<c>py/reduce</c>): callable, arguments, and optionally state, list
/// items and dict items. The call is never made.
/// </summary>
internal sealed class PythonReduce(JsonpickleDecoder decoder, SacredObject stored, IReadOnlyList<SacredValue> parts)
{
    private readonly string? _called = Name(parts[0]);

    private readonly IReadOnlyList<SacredValue> _arguments = parts.Count > 1 ? JsonpickleTags.Items(parts[1]) ?? [] : [];

    /// <summary>Null when no callable is named.</summary>
    public SacredTyped? Decode()
    {
        if (_called is null)
        {
            return null;
        }

        // Enum members before jsonpickle 4: getattr(Class, "NAME").
        return _called == "getattr" && _arguments is [var owner, SacredText member] && Name(owner) is { } type
            ? new SacredTyped(type, member, stored)
            : new SacredTyped(_called, Known() ?? Any(), stored);
    }

    private static string? Name(SacredValue value) =>
        ((value as SacredObject)?["py/type"] ?? (value as SacredObject)?["py/function"]) is SacredText name
            ? JsonpickleTags.ShortName(name.Value)
            : null;

    private SacredValue? Known() => _called switch
    {
        "frozenset" or "set" or "list" when _arguments is [var items] =>
            JsonpickleTags.Items(items) is { } all ? decoder.DecodeItems(all) : null,
        "bytes" or "bytearray" when _arguments is [var bytes] => (decoder.Decode(bytes) as SacredTyped)?.Value,
        "decimal.Decimal" or "_decimal.Decimal" or "_pydecimal.Decimal" when _arguments is [SacredText text] => Decimal(text.Value),
        "fractions.Fraction" => new SacredText(string.Join('/', _arguments.Select(PythonText.Of))),
        "range" or "slice" => new SacredText(PythonText.Of(Tuple())),
        "complex" when _arguments is [var re, var im] && Number(re) is { } real && Number(im) is { } imaginary =>
            new SacredText(PythonText.Complex(real, imaginary)),
        "datetime.timedelta" => TimeDelta(),
        "datetime.timezone" when _arguments is [var offset, ..] => TimeZone(offset),
        "datetime.datetime" or "datetime.date" or "datetime.time" => Date(_called, decoder, _arguments),
        "collections.deque" or "deque" => decoder.DecodeItems([.. ItemsOf(_arguments.ElementAtOrDefault(0)), .. ItemsOf(Part(3))]),
        "collections.Counter" when _arguments is [SacredObject counts] => decoder.DecodeMembers(counts.Members),
        "collections.OrderedDict" or "collections.defaultdict" => Pairs(),
        { } name when name.StartsWith("pathlib.", StringComparison.Ordinal) && name.EndsWith("Path", StringComparison.Ordinal) =>
            FilePath(),
        _ => null,
    };

    // For an unknown class: its arguments, and state and items where stored.
    private SacredValue Any()
    {
        var arguments = decoder.DecodeItems(_arguments);
        List<KeyValuePair<string, SacredValue>> rest = [];
        foreach (var (name, part) in new[] { ("state", Part(2)), ("items", Part(3)), ("members", Part(4)) })
        {
            if (part is not (null or SacredNull or SacredObject { Members.Count: 0 }))
            {
                rest.Add(new(name, decoder.Decode(part)));
            }
        }

        return rest.Count > 0 ? new SacredObject([new("arguments", arguments), .. rest])
            : arguments.Items is [var one] ? one
            : arguments;
    }

    private SacredValue? Part(int index) => index < parts.Count ? parts[index] : null;

    private SacredTyped Tuple() => new("tuple", decoder.DecodeItems(_arguments), stored);

    private static IReadOnlyList<SacredValue> ItemsOf(SacredValue? value) => JsonpickleTags.Items(value) ?? [];

    public static SacredValue? Date(string type, JsonpickleDecoder decoder, IReadOnlyList<SacredValue> arguments)
    {
        var text = arguments.ElementAtOrDefault(0) switch
        {
            SacredText plain => plain.Value,
            SacredObject tagged => (tagged["py/b64"] as SacredText)?.Value,
            _ => null,
        };
        return text is not null && PythonBytes.FromBase64(text) is { } bytes
            ? PythonDates.Decode(type, bytes, arguments.Count > 1 ? decoder.Decode(arguments[1]) : null)
            : null;
    }

    // A number where that keeps all digits, so that it can be compared and sorted.
    private static SacredValue Decimal(string text)
    {
        if (text.Length < 4000 && BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
        {
            return new SacredInteger(whole);
        }

        return text.Count(char.IsAsciiDigit) <= 15
            && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
                ? new SacredDouble(number)
                : new SacredText(text);
    }

    private SacredText? TimeDelta() =>
        _arguments is [SacredInteger days, SacredInteger seconds, SacredInteger microseconds]
            && BigInteger.Abs(days.Value) < 1_000_000_000 && seconds.Value >= 0 && seconds.Value < 86_400
            && microseconds.Value >= 0 && microseconds.Value < 1_000_000
                ? new SacredText(PythonText.TimeDelta((long)days.Value, (long)seconds.Value, (long)microseconds.Value))
                : null;

    private SacredText? TimeZone(SacredValue offset)
    {
        var delta = (offset as SacredObject)?["py/reduce"] is SacredList { Items: [_, var arguments, ..] } ? ItemsOf(arguments) : [];
        if (delta is not [SacredInteger days, SacredInteger seconds, ..]
            || BigInteger.Abs(days.Value) > 1
            || BigInteger.Abs(seconds.Value) > 86_400)
        {
            return null;
        }

        var total = TimeSpan.FromSeconds(((double)days.Value * 86_400) + (double)seconds.Value);
        var text = total.ToString(total.Seconds == 0 ? @"hh\:mm" : @"hh\:mm\:ss", CultureInfo.InvariantCulture);
        return new SacredText(total == TimeSpan.Zero ? "UTC" : $"UTC{(total < TimeSpan.Zero ? '-' : '+')}{text}");
    }

    private SacredText FilePath()
    {
        var names = _arguments.Select(PythonText.Of).ToList();
        var separator = _called!.Contains("Windows", StringComparison.Ordinal) ? '\\' : '/';
        var first = names.FirstOrDefault() ?? ".";
        var rest = string.Join(separator, names.Skip(1));
        return new SacredText(rest.Length == 0 || first.EndsWith(separator) ? first + rest : first + separator + rest);
    }

    private SacredValue Pairs()
    {
        var pairs = ItemsOf(Part(4)).Concat(ItemsOf(_arguments.LastOrDefault()))
            .Select(ItemsOf)
            .Where(pair => pair.Count == 2)
            .Select(pair => (Key: decoder.Decode(pair[0]), Value: decoder.Decode(pair[1])))
            .ToList();
        return pairs.Select(pair => PythonText.Of(pair.Key)).Distinct().Count() == pairs.Count
            ? new SacredObject([.. pairs.Select(pair => new KeyValuePair<string, SacredValue>(PythonText.Of(pair.Key), pair.Value))])
            : new SacredList([.. pairs.Select(pair => new SacredList([pair.Key, pair.Value]))]);
    }

    private static double? Number(SacredValue value) => value switch
    {
        SacredDouble real => real.Value,
        SacredInteger integer => (double)integer.Value,
        _ => null,
    };
}
