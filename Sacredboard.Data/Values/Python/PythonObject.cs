namespace Sacredboard.Data.Values.Python;

/// <summary>Decodes an instance of a class (<c>py/object</c>) to its attributes, or by rules for well-known classes.</summary>
internal static class PythonObject
{
    private static readonly HashSet<string> Tags =
    [
        "py/object", "py/state", "py/newargs", "py/newargsex", "py/initargs", "py/newobj", "py/seq", "py/property", "__reduce__",
    ];

    public static SacredTyped Decode(JsonpickleDecoder decoder, string type, SacredObject stored) =>
        new(type, Known(decoder, type, stored) ?? Any(decoder, stored), stored);

    /// <summary>True for classes whose stored form is data, not attributes.</summary>
    private static bool IsOpaque(string type) => type is "numpy.ndarray" or "datetime.datetime" or "datetime.date" or "datetime.time";

    private static SacredValue? Known(JsonpickleDecoder decoder, string type, SacredObject stored) => type switch
    {
        "complex" when JsonpickleTags.Items(stored["py/newargs"]) is [var re, var im] => Complex(re, im),
        "ellipsis" => new SacredText("..."),
        "datetime.datetime" or "datetime.date" or "datetime.time"
            when stored["__reduce__"] is SacredList { Items: [_, var arguments, ..] } =>
            PythonReduce.Date(type, decoder, JsonpickleTags.Items(arguments) ?? []),
        "uuid.UUID" when stored["hex"] is SacredText hex && Guid.TryParseExact(hex.Value, "N", out var uuid) =>
            new SacredText(uuid.ToString()),
        "numpy.ndarray" => NumpyArray.Decode(decoder, stored),
        "collections.defaultdict" =>
            decoder.DecodeMembers(stored.Members.Where(member => !Tags.Contains(member.Key) && member.Key != "default_factory")),
        _ when type.StartsWith("numpy.", StringComparison.Ordinal) && stored["value"] is { } value && stored["dtype"] is SacredText =>
            Plain(decoder.Decode(value)),
        _ when type.StartsWith("numpy.dtype", StringComparison.Ordinal) && stored["dtype"] is SacredText dtype => dtype,
        _ when type.StartsWith("pandas.", StringComparison.Ordinal) => PandasValue.Decode(decoder, type, stored),
        _ => null,
    };

    private static SacredValue? Any(JsonpickleDecoder decoder, SacredObject stored)
    {
        if (stored["py/object"] is SacredText name && IsOpaque(JsonpickleTags.ShortName(name.Value)))
        {
            return null;
        }

        if (JsonpickleTags.Items(stored["py/seq"]) is { } items)
        {
            return decoder.DecodeItems(items);
        }

        var attributes = stored.Members.Where(member => !Tags.Contains(member.Key)).ToList();
        if (attributes.Count > 0)
        {
            return decoder.DecodeMembers(attributes);
        }

        return stored["py/state"] is { } state and not SacredNull ? decoder.Decode(state)
            : JsonpickleTags.Items(stored["py/newargs"] ?? stored["py/initargs"]) is { } arguments ? decoder.DecodeItems(arguments)
            : SacredObject.Empty;
    }

    private static SacredText? Complex(SacredValue real, SacredValue imaginary) =>
        (NumpyArray.Number(real), NumpyArray.Number(imaginary)) is ({ } re, { } im) ? new SacredText(PythonText.Complex(re, im)) : null;

    // numpy.datetime64 holds a datetime that is typed itself; one type name is enough.
    private static SacredValue Plain(SacredValue value) => value is SacredTyped { Value: { } inner } ? inner : value;
}
