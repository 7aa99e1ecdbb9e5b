using System.Globalization;
using System.Numerics;
using Sacredboard.Data.Values;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Sacredboard.Web.Files;

/// <summary>
/// YAML as a tree of values: only what is written is read. An alias stays a name (a few lines of them could stand for billions of
/// values), and a tag, which may name a class, is not followed.
/// </summary>
public sealed class YamlTree
{
    private const int MaxDepth = 200;
    private const int MaxNodes = 200_000;

    private readonly Parser _parser;
    private int _nodes;

    private YamlTree(string text) => _parser = new(new Scanner(new StringReader(text)));

    /// <summary>Null when it is no YAML, or too deep or too large for a tree. Several documents are a list.</summary>
    public static SacredValue? TryRead(string text)
    {
        try
        {
            return new YamlTree(text).Read();
        }
        catch (Exception exception) when (exception is YamlException or FormatException)
        {
            return null;
        }
    }

    private SacredValue Read()
    {
        var documents = new List<SacredValue>();
        _parser.Consume<StreamStart>();
        while (_parser.TryConsume<DocumentStart>(out _))
        {
            documents.Add(Node(0));
            _parser.Consume<DocumentEnd>();
        }

        return documents.Count switch { 0 => SacredNull.Value, 1 => documents[0], _ => new SacredList(documents) };
    }

    private SacredValue Node(int depth)
    {
        if (depth > MaxDepth || ++_nodes > MaxNodes)
        {
            throw new FormatException("There is too much of it.");
        }

        if (_parser.TryConsume<Scalar>(out var scalar))
        {
            return scalar.Style == ScalarStyle.Plain ? Plain(scalar.Value) : new SacredText(scalar.Value);
        }

        if (_parser.TryConsume<AnchorAlias>(out var alias))
        {
            return new SacredText("*" + alias.Value);
        }

        if (_parser.TryConsume<SequenceStart>(out _))
        {
            var items = new List<SacredValue>();
            while (!_parser.TryConsume<SequenceEnd>(out _))
            {
                items.Add(Node(depth + 1));
            }

            return new SacredList(items);
        }

        _parser.Consume<MappingStart>();
        var members = new List<KeyValuePair<string, SacredValue>>();
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            members.Add(KeyValuePair.Create(Key(depth), Node(depth + 1)));
        }

        return new SacredObject(members);
    }

    private string Key(int depth) => _parser.Accept<Scalar>(out var scalar)
        ? Named(scalar.Value)
        : SacredJson.ToText(Node(depth + 1));

    private string Named(string key)
    {
        _parser.MoveNext();
        return key;
    }

    // The core schema of YAML 1.2.
    private static SacredValue Plain(string text) => text switch
    {
        "" or "~" or "null" or "Null" or "NULL" => SacredNull.Value,
        "true" or "True" or "TRUE" => SacredBoolean.True,
        "false" or "False" or "FALSE" => SacredBoolean.False,
        ".nan" or ".NaN" or ".NAN" => new SacredDouble(double.NaN),
        ".inf" or ".Inf" or ".INF" or "+.inf" => new SacredDouble(double.PositiveInfinity),
        "-.inf" or "-.Inf" or "-.INF" => new SacredDouble(double.NegativeInfinity),
        { Length: < 100 } when char.IsAsciiDigit(text[^1]) || text[^1] == '.' => Number(text),
        _ => new SacredText(text),
    };

    private static SacredValue Number(string text) =>
        BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? new SacredInteger(whole)
        : double.TryParse(text, NumberStyles.Float & ~(NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite),
            CultureInfo.InvariantCulture, out var number) ? new SacredDouble(number)
        : new SacredText(text);
}
