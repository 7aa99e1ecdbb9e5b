namespace Sacredboard.Data.Values;

/// <summary>
/// Reads JSON as Python writes it, one token at a time, from UTF-8 bytes. Unlike System.Text.Json it accepts bare NaN and Infinity,
/// lone surrogates, numbers of any length, any nesting depth (no recursion) and a byte order mark.
/// </summary>
internal ref struct JsonTokenizer
{
    private readonly ReadOnlySpan<byte> _json;
    private readonly Stack<bool> _inObject = new();
    private int _at;
    private int _start;
    private int _textEnd;
    private Expected _expected;

    /// <exception cref="JsonFormatException">The text is UTF-16.</exception>
    public JsonTokenizer(ReadOnlySpan<byte> json)
    {
        _json = json;
        _at = json.StartsWith("\uFEFF"u8) ? 3 : 0;
        if (json.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || json.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            throw new JsonFormatException("is UTF-16, not UTF-8", 0);
        }
    }

    private enum Expected
    {
        Value,
        ValueOrEnd,
        Name,
        NameOrEnd,
        CommaOrEnd,
        Nothing,
    }

    public JsonToken Token { get; private set; }

    /// <summary>Number of objects and lists that are open.</summary>
    public readonly int Depth => _inObject.Count;

    /// <summary>Start of the token, in bytes.</summary>
    public readonly int Offset => _start;

    /// <summary>The token as written; texts and names without their quotes.</summary>
    public readonly ReadOnlySpan<byte> Raw => Token is JsonToken.Text or JsonToken.Name
        ? _json[(_start + 1)..(_textEnd - 1)]
        : _json[_start.._at];

    /// <summary>Moves to the next token; false at the end.</summary>
    /// <exception cref="JsonFormatException">What follows is not JSON.</exception>
    public bool Read()
    {
        _at = JsonLexer.BlanksEnd(_json, _at);
        if (_expected == Expected.CommaOrEnd && _at < _json.Length && _json[_at] == (byte)',')
        {
            _expected = _inObject.Peek() ? Expected.Name : Expected.Value;
            _at = JsonLexer.BlanksEnd(_json, _at + 1);
        }

        _start = _at;
        if (_at == _json.Length)
        {
            Token = JsonToken.None;
            return _expected == Expected.Nothing ? false : throw JsonLexer.CutOff(_json);
        }

        if (_expected == Expected.Nothing)
        {
            throw new JsonFormatException($"has more text after its end at byte {_at}", _at);
        }

        Token = Next(_json[_at]);
        return true;
    }

    /// <summary>
    /// Skips to the end of the object or list that has just begun; does nothing at other tokens. Many times faster than reading,
    /// because the content is not validated.
    /// </summary>
    public void Skip()
    {
        if (Token is JsonToken.ObjectStart or JsonToken.ListStart)
        {
            _at = JsonLexer.ContainerEnd(_json, _at);
            _inObject.Pop();
            Token = Ended(Token == JsonToken.ObjectStart ? JsonToken.ObjectEnd : JsonToken.ListEnd);
        }
    }

    private JsonToken Next(byte first)
    {
        switch (first)
        {
            case (byte)'}' when _expected is Expected.NameOrEnd || (_expected is Expected.CommaOrEnd && _inObject.Peek()):
                return Close(JsonToken.ObjectEnd);
            case (byte)']' when _expected is Expected.ValueOrEnd || (_expected is Expected.CommaOrEnd && !_inObject.Peek()):
                return Close(JsonToken.ListEnd);
            case (byte)'"' when _expected is Expected.Name or Expected.NameOrEnd:
                return ReadName();
            case var _ when _expected is not (Expected.Value or Expected.ValueOrEnd):
                throw JsonLexer.Unexpected(_at);
            case (byte)'{':
                return Open(JsonToken.ObjectStart);
            case (byte)'[':
                return Open(JsonToken.ListStart);
            case (byte)'"':
                _at = _textEnd = JsonLexer.TextEnd(_json, _at);
                return Ended(JsonToken.Text);
            case (byte)'t':
                return ReadWord("true"u8, JsonToken.True);
            case (byte)'f':
                return ReadWord("false"u8, JsonToken.False);
            case (byte)'n':
                return ReadWord("null"u8, JsonToken.Null);
            case (byte)'N':
                return ReadWord("NaN"u8, JsonToken.Real);
            case (byte)'I':
                return ReadWord("Infinity"u8, JsonToken.Real);
            case (byte)'-' when _at + 1 < _json.Length && _json[_at + 1] == (byte)'I':
                return ReadWord("-Infinity"u8, JsonToken.Real);
            case (byte)'-' or (>= (byte)'0' and <= (byte)'9'):
                _at = JsonLexer.NumberEnd(_json, _at, out var number);
                return Ended(number);
            default:
                throw JsonLexer.Unexpected(_at);
        }
    }

    private JsonToken Open(JsonToken token)
    {
        _at++;
        _inObject.Push(token == JsonToken.ObjectStart);
        _expected = token == JsonToken.ObjectStart ? Expected.NameOrEnd : Expected.ValueOrEnd;
        return token;
    }

    private JsonToken Close(JsonToken token)
    {
        _at++;
        _inObject.Pop();
        return Ended(token);
    }

    private JsonToken Ended(JsonToken token)
    {
        _expected = _inObject.Count == 0 ? Expected.Nothing : Expected.CommaOrEnd;
        return token;
    }

    private JsonToken ReadName()
    {
        _textEnd = JsonLexer.TextEnd(_json, _at);
        _at = JsonLexer.WordEnd(_json, JsonLexer.BlanksEnd(_json, _textEnd), ":"u8);
        _expected = Expected.Value;
        return JsonToken.Name;
    }

    private JsonToken ReadWord(ReadOnlySpan<byte> word, JsonToken token)
    {
        _at = JsonLexer.WordEnd(_json, _at, word);
        return Ended(token);
    }
}
