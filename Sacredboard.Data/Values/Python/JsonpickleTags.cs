namespace Sacredboard.Data.Values.Python;

/// <summary>Decodes objects with a <c>py/…</c> key.</summary>
internal static class JsonpickleTags
{
    private const string Reference = "↺ same object as elsewhere";

    /// <summary>The typed value, or null when the object only looks like a tagged one.</summary>
    public static SacredTyped? Decode(JsonpickleDecoder decoder, SacredObject stored)
    {
        foreach (var (key, value) in stored.Members)
        {
            var typed = (key, value) switch
            {
                ("py/tuple", SacredList items) => new SacredTyped("tuple", decoder.DecodeItems(items.Items), stored),
                ("py/set", SacredList items) => new SacredTyped("set", decoder.DecodeItems(items.Items), stored),
                ("py/iterator", SacredList items) => new SacredTyped("iterator", decoder.DecodeItems(items.Items), stored),
                ("py/id", SacredInteger) or ("py/ref", SacredText) => new SacredTyped(key, new SacredText(Reference), stored),
                ("py/b64" or "py/b85" or "py/bytes", SacredText text) =>
                    new SacredTyped("bytes", PythonBytes.Decode(key, text.Value), stored),
                ("py/type", SacredText name) => Named("type", name, stored),
                ("py/function", SacredText name) => Named("function", name, stored),
                ("py/mod" or "py/repr", SacredText name) => Named("module", name, stored),
                ("py/reduce", SacredList { Items.Count: > 0 } parts) => new PythonReduce(decoder, stored, parts.Items).Decode(),
                ("py/object", SacredText { Value: var name }) => PythonObject.Decode(decoder, ShortName(name), stored),
                _ => null,
            };
            if (typed is not null)
            {
                return typed;
            }
        }

        return null;
    }

    /// <summary>The class name without the module of Python's built-ins.</summary>
    public static string ShortName(string name)
    {
        foreach (var prefix in (ReadOnlySpan<string>)["builtins.", "__builtin__."])
        {
            if (name.StartsWith(prefix, StringComparison.Ordinal))
            {
                return name[prefix.Length..];
            }
        }

        return name;
    }

    /// <summary>The items of a list, stored tuple or stored set; null for anything else.</summary>
    public static IReadOnlyList<SacredValue>? Items(SacredValue? stored) =>
        (stored as SacredList
            ?? (stored as SacredObject)?["py/tuple"] as SacredList
            ?? (stored as SacredObject)?["py/set"] as SacredList)?.Items;

    // jsonpickle 3 writes modules as "json/json".
    private static SacredTyped Named(string type, SacredText name, SacredObject stored) =>
        new(type, new SacredText(type == "module" ? name.Value.Split('/')[0] : ShortName(name.Value)), stored);
}
