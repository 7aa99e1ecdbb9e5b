using System.Buffers;

namespace Sacredboard.Data.Values;

/// <summary>
/// Reads JSON as Python writes it, one token at a time, from UTF-8 bytes: with bare NaN and Infinity, lone surrogates, numbers of
/// any length, any nesting (no recursion, one bit per level) and a byte order mark. System.Text.Json refuses most of these.
/// </summary>
internal ref struct JsonTokenizer
{
    private static readonly SearchValues<byte> Marks = SearchValues.Create("\"[]{}"u8);

    private readonly ReadOnlySpan<byte> _json;
    private readonly Stack<bool> _inObject = new();
    private int _at;
    private int _start;
    private int _textEnd;
    private Expected _expected;

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

    /// <summary>How many objects and lists are open.</summary>
    public readonly int Depth => _inObject.Count;

    /// <summary>Where the token begins, in bytes.</summary>
    public readonly int Offset => _start;

    /// <summary>The token as it is written; of texts and names without the quotes.</summary>
    public readonly ReadOnlySpan<byte> Raw => Token is JsonToken.Text or JsonToken.Name
        ? _json[(_start + 1)..(_textEnd - 1)]
        : _json[_start.._at];

    /// <summary>Goes on to the next token; false at the end.</summary>
    /// <exception cref="JsonFormatException">It is not JSON from here on.</exception>
    public bool Read()
    {
        SkipBlanks();
        if (_expected == Expected.CommaOrEnd && _at < _json.Length && _json[_at] == (byte)',')
        {
            _at++;
            _expected = _inObject.Peek() ? Expected.Name : Expected.Value;
            SkipBlanks();
        }

        _start = _at;
        if (_at == _json.Length)
        {
            Token = JsonToken.None;
            return _expected == Expected.Nothing ? false : throw CutOff();
        }

        if (_expected == Expected.Nothing)
        {
            throw new JsonFormatException($"has more text after its end at byte {_at}", _at);
        }

        Token = Next(_json[_at]);
        return true;
    }

    /// <summary>
    /// Passes over the object or list that has just begun, to its end. Only brackets and texts are looked at, so that
    /// this is many times faster than reading; whether all in it is JSON is not checked.
    /// </summary>
    public void Skip()
    {
        if (Token is not (JsonToken.ObjectStart or JsonToken.ListStart))
        {
            return;
        }

        for (var depth = 1; depth > 0;)
        {
            var step = _json[_at..].IndexOfAny(Marks);
            _at = step < 0 ? _json.Length : _at + step;
            switch (step < 0 ? 0 : _json[_at])
            {
                case 0:
                    throw CutOff();
                case (byte)'"':
                    ReadText();
                    break;
                case (byte)'[' or (byte)'{':
                    depth++;
                    _at++;
                    break;
                default:
                    depth--;
                    _at++;
                    break;
            }
        }

        _inObject.Pop();
        Token = Ended(Token == JsonToken.ObjectStart ? JsonToken.ObjectEnd : JsonToken.ListEnd);
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
                ReadText();
                ReadColon();
                _expected = Expected.Value;
                return JsonToken.Name;
            case var _ when _expected is not (Expected.Value or Expected.ValueOrEnd):
                throw Unexpected();
            case (byte)'{':
                return Open(JsonToken.ObjectStart);
            case (byte)'[':
                return Open(JsonToken.ListStart);
            case (byte)'"':
                ReadText();
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
                return ReadNumber();
            default:
                throw Unexpected();
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

    private void SkipBlanks()
    {
        while (_at < _json.Length && _json[_at] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
        {
            _at++;
        }
    }

    private void ReadText()
    {
        for (_at++; ; _at += 2)
        {
            var step = _json[_at..].IndexOfAny((byte)'"', (byte)'\\');
            _at = step < 0 ? _json.Length : _at + step;
            if (_at < _json.Length && _json[_at] == (byte)'"')
            {
                _textEnd = ++_at;
                return;
            }

            if (_at + 1 >= _json.Length)
            {
                throw CutOff();
            }
        }
    }

    private void ReadColon()
    {
        SkipBlanks();
        if (_at == _json.Length)
        {
            throw CutOff();
        }

        if (_json[_at] != (byte)':')
        {
            throw Unexpected();
        }

        _at++;
    }

    private JsonToken ReadWord(ReadOnlySpan<byte> word, JsonToken token)
    {
        var rest = _json[_at..];
        if (!rest.StartsWith(word))
        {
            throw word.StartsWith(rest) ? CutOff() : Unexpected();
        }

        _at += word.Length;
        return Ended(token);
    }

    private JsonToken ReadNumber()
    {
        var token = JsonToken.Integer;
        _at += _json[_at] == (byte)'-' ? 1 : 0;
        var first = _at;
        ReadDigits();
        if (_at - first > 1 && _json[first] == (byte)'0')
        {
            throw Unexpected();
        }

        if (_at < _json.Length && _json[_at] == (byte)'.')
        {
            token = JsonToken.Real;
            _at++;
            ReadDigits();
        }

        if (_at < _json.Length && _json[_at] is (byte)'e' or (byte)'E')
        {
            token = JsonToken.Real;
            _at++;
            _at += _at < _json.Length && _json[_at] is (byte)'+' or (byte)'-' ? 1 : 0;
            ReadDigits();
        }

        return Ended(token);
    }

    private void ReadDigits()
    {
        var first = _at;
        while (_at < _json.Length && _json[_at] is >= (byte)'0' and <= (byte)'9')
        {
            _at++;
        }

        if (_at == first)
        {
            throw _at == _json.Length ? CutOff() : Unexpected();
        }
    }

    private readonly JsonFormatException CutOff() => new(
        _json.Trim(" \t\r\n"u8).IsEmpty ? "is empty" : $"is cut off at byte {_json.Length}", _json.Length);

    private readonly JsonFormatException Unexpected() => new($"is not JSON at byte {_at}", _at);
}
