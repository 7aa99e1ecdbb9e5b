namespace Sacredboard.Data.Values;

/// <summary>A whole JSON text as a tree of values.</summary>
/// <param name="Root">The value.</param>
/// <param name="Cut">True when values nested deeper than <see cref="MaxDepth"/> were left out.</param>
internal readonly record struct JsonTree(SacredValue Root, bool Cut)
{
    /// <summary>
    /// Deeper values are left out, so that trees can be walked by recursion. Far more than MongoDB allows (100), and low enough for
    /// the JSON writer (1,000) even when values are wrapped.
    /// </summary>
    public const int MaxDepth = 500;

    /// <summary>Reads UTF-8 JSON with Python's extensions; the last value of a repeated key counts.</summary>
    /// <exception cref="JsonFormatException">It is not JSON.</exception>
    public static JsonTree Parse(ReadOnlySpan<byte> utf8)
    {
        var json = new JsonTokenizer(utf8);
        json.Read();
        var tree = ReadValue(ref json);
        json.Read();
        return tree;
    }

    /// <summary>
    /// The same of an object with only some of its members, and all of what is no object. What is left out is validated alike.
    /// </summary>
    /// <exception cref="JsonFormatException">It is not JSON.</exception>
    public static JsonTree ParseMembers(ReadOnlySpan<byte> utf8, Predicate<string> isKept)
    {
        var json = new JsonTokenizer(utf8);
        json.Read();
        if (json.Token != JsonToken.ObjectStart)
        {
            return Parse(utf8);
        }

        var (root, cut) = (new Container(isObject: true), false);
        while (json.Read() && json.Token == JsonToken.Name)
        {
            root.Name = json.Text();
            json.Read();
            if (isKept(root.Name))
            {
                var value = ReadValue(ref json);
                root.Add(value.Root);
                cut |= value.Cut;
            }
            else
            {
                cut |= Pass(ref json);
            }
        }

        json.Read();
        return new(root.Close(), cut);
    }

    /// <summary>Reads the first value and ignores what follows it.</summary>
    /// <exception cref="JsonFormatException">It is not JSON.</exception>
    public static SacredValue ParseFirst(ReadOnlySpan<byte> utf8)
    {
        var json = new JsonTokenizer(utf8);
        json.Read();
        return ReadValue(ref json).Root;
    }

    /// <summary>Reads the value that begins at the current token, and leaves the tokenizer at the value's last token.</summary>
    public static JsonTree ReadValue(ref JsonTokenizer json)
    {
        var (open, cut) = (new Stack<Container>(), false);
        while (true)
        {
            SacredValue value;
            switch (json.Token)
            {
                case JsonToken.ObjectStart or JsonToken.ListStart when open.Count == MaxDepth:
                    json.Skip();
                    (value, cut) = (TooDeep, true);
                    break;
                case JsonToken.ObjectStart:
                    open.Push(new Container(isObject: true));
                    json.Read();
                    continue;
                case JsonToken.ListStart:
                    open.Push(new Container(isObject: false));
                    json.Read();
                    continue;
                case JsonToken.Name:
                    open.Peek().Name = json.Text();
                    json.Read();
                    continue;
                case JsonToken.ObjectEnd or JsonToken.ListEnd:
                    value = open.Pop().Close();
                    break;
                default:
                    value = json.Value();
                    break;
            }

            if (open.Count == 0)
            {
                return new JsonTree(value, cut);
            }

            open.Peek().Add(value);
            json.Read();
        }
    }

    // Moves to the last token of the value that begins at the current one; true when a part of it would have been left out.
    private static bool Pass(ref JsonTokenizer json)
    {
        var (around, cut) = (json.Depth - (IsStart(json.Token) ? 1 : 0), false);
        while (true)
        {
            if (IsStart(json.Token) && json.Depth > MaxDepth)
            {
                json.Skip();
                cut = true;
            }
            else if (json.Token is JsonToken.Text or JsonToken.Name && json.Raw.Contains((byte)'\\'))
            {
                _ = json.Text();
            }

            if (json.Depth == around)
            {
                return cut;
            }

            json.Read();
        }
    }

    private static bool IsStart(JsonToken token) => token is JsonToken.ObjectStart or JsonToken.ListStart;

    private static readonly SacredTyped TooDeep = new("cut", null, new SacredText($"… (nested deeper than {MaxDepth} levels)"));

    private sealed class Container(bool isObject)
    {
        private readonly List<SacredValue> _items = [];
        private readonly List<KeyValuePair<string, SacredValue>> _members = [];

        public string Name { get; set; } = "";

        public void Add(SacredValue value)
        {
            if (isObject)
            {
                _members.Add(new(Name, value));
            }
            else
            {
                _items.Add(value);
            }
        }

        public SacredValue Close() => isObject ? new SacredObject(WithoutRepeats()) : new SacredList([.. _items]);

        // As in a Python dict, a repeated key keeps its first position and takes its last value.
        private KeyValuePair<string, SacredValue>[] WithoutRepeats()
        {
            var last = new Dictionary<string, SacredValue>(_members.Count);
            foreach (var (name, value) in _members)
            {
                last[name] = value;
            }

            return last.Count == _members.Count ? [.. _members] : [.. last];
        }
    }
}
