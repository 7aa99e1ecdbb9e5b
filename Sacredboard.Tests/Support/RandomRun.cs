using System.Globalization;
using MongoDB.Bson;

namespace Sacredboard.Tests.Support;

/// <summary>
/// Makes documents as no Sacred ever wrote them: each field that Sacredboard knows is right, missing, or something else entirely. The same
/// seed makes the same documents.
/// </summary>
internal sealed class RandomRun(int seed)
{
    private const int MaxDepth = 5;

    private static readonly string[] Texts =
    [
        "", " ", "\r\n", "\0", "\u2028", "\ufeff", "NaN", "null", "1e999", "2026-13-45T99:99", "2026-01-01T10:00:00.000000", "x=password: y",
        "https://u:p@h/", "<script>alert(1)</script>", "\u001b[31m\u001b[2K", "..", "/etc/passwd", "a.b.c", "py/object", "$where", "🚀",
        "Traceback (most recent call last):\n", "  File \"a.py\", line 1, in f\n", "{\"py/object\": \"numpy.ndarray\"}", "eJwDAAAAAAE=",
    ];

    private static readonly string[] Keys =
    [
        "", "a", "A", "a.b", "$a", "0", "-1", "password", "name", "steps", "values", "_T", "a_T", "py/object", "py/id", "py/tuple", "py/reduce", "py/state",
        "py/set", "py/type", "py/b64", "dtype", "shape", "base64", "__doc__", "seed", "tensorflow", "logdirs", "metrics", "id", "🚀", " ", "'\"", "x y",
    ];

    /// <summary>What a run of Sacred has, and one right value of each.</summary>
    private static readonly (string Path, string Json)[] Fields =
    [
        ("status", "\"COMPLETED\""), ("command", "\"main\""), ("format", "\"MongoObserver-0.7.0\""), ("start_time", "\"2026-01-01T10:00:00.000000\""),
        ("stop_time", "\"2026-01-01T11:00:00.000000\""), ("heartbeat", "\"2026-01-01T11:00:00.000000\""), ("result", "0.5"),
        ("artifacts", "[\"a.txt\"]"), ("resources", "[[\"/b.csv\", \"/runs/_resources/b.csv\"]]"), ("fail_trace", "[\"Traceback\\n\", \"E: x\\n\"]"),
        ("experiment", "{\"name\": \"e\", \"base_dir\": \"/x\", \"sources\": [[\"a.py\", \"_sources/a.py\"]], \"dependencies\": [\"numpy==1.0\"], \"repositories\": []}"),
        ("host", "{\"hostname\": \"h\", \"os\": [\"Linux\", \"Linux\"], \"python_version\": \"3.11\", \"gpus\": {\"gpus\": []}, \"ENV\": {}}"),
        ("meta", "{\"command\": \"main\", \"options\": {\"UPDATE\": [\"a=1\"]}, \"config_updates\": {}, \"named_configs\": []}"),
        ("omniboard", "{\"tags\": [\"t\"], \"notes\": \"n\"}"), ("captured_out", "\"loss 0.5\\n\""), ("seml", "{\"output_file\": \"/x.out\"}"),
        ("config", "{\"lr\": 0.1, \"seed\": 1, \"a\": {\"b\": [1, 2]}}"), ("info", "{\"loss\": [1, 2, 3], \"loss_T\": [1, 2, 3]}"),
        ("metrics", "{\"loss\": {\"steps\": [0, 1], \"values\": [1, 2], \"timestamps\": [\"2026-01-01T10:00:00\", \"2026-01-01T10:01:00\"]}}"),
    ];

    private readonly Random _random = new(seed);

    /// <summary>The fields of one run.</summary>
    public BsonDocument Next()
    {
        var run = new BsonDocument();
        foreach (var (path, json) in Fields)
        {
            switch (_random.Next(10))
            {
                case < 5:
                    run[path] = Spoiled(Parsed(json), 0);
                    break;
                case < 9:
                    run[path] = Value(0);
                    break;
            }
        }

        for (var i = _random.Next(3); i > 0; i--)
        {
            run[Key()] = Value(0);
        }

        return run;
    }

    /// <summary>As Python's json writes it, with what JSON does not know.</summary>
    public static string Json(BsonValue value) => value switch
    {
        BsonDocument document => "{" + string.Join(", ", document.Select(member => $"{Quoted(member.Name)}: {Json(member.Value)}")) + "}",
        BsonArray list => "[" + string.Join(", ", list.Select(Json)) + "]",
        BsonString text => Quoted(text.Value),
        BsonBoolean flag => flag.Value ? "true" : "false",
        BsonDouble { Value: var number } => double.IsNaN(number) ? "NaN" : double.IsPositiveInfinity(number) ? "Infinity"
            : double.IsNegativeInfinity(number) ? "-Infinity" : number.ToString("R", CultureInfo.InvariantCulture),
        BsonInt32 or BsonInt64 => value.ToInt64().ToString(CultureInfo.InvariantCulture),
        BsonDateTime date => Quoted(date.MillisecondsSinceEpoch.ToString(CultureInfo.InvariantCulture)),
        BsonNull => "null",
        _ => $"{{\"py/object\": {Quoted(value.BsonType.ToString())}}}",
    };

    // Some of what is right is replaced, deep in it too.
    private BsonValue Spoiled(BsonValue value, int depth)
    {
        if (_random.Next(6) == 0)
        {
            return Value(depth);
        }

        switch (value)
        {
            case BsonDocument document:
                foreach (var name in document.Names.ToList())
                {
                    document[name] = Spoiled(document[name], depth + 1);
                }

                break;
            case BsonArray list:
                for (var i = 0; i < list.Count; i++)
                {
                    list[i] = Spoiled(list[i], depth + 1);
                }

                break;
        }

        return value;
    }

    private BsonValue Value(int depth) => _random.Next(depth >= MaxDepth ? 12 : 18) switch
    {
        0 => BsonNull.Value,
        1 => _random.Next(2) == 0,
        2 => _random.Next(-3, 4),
        3 => long.MinValue + _random.Next(2),
        4 => new[] { double.NaN, double.PositiveInfinity, double.NegativeInfinity, -0.0, 1e308, 5e-324, 0.1 }[_random.Next(7)],
        5 => new BsonDateTime(new[] { long.MinValue, long.MaxValue, 0, 1_767_261_600_000 }[_random.Next(4)]),
        6 => new BsonObjectId(new ObjectId(new byte[12])),
        7 => new BsonBinaryData(new byte[_random.Next(20)]),
        8 => new BsonRegularExpression("a("),
        9 => new BsonDecimal128(Decimal128.Parse("1E+6000")),
        10 or 11 => Text(),
        12 or 13 or 14 => new BsonArray(Enumerable.Range(0, _random.Next(6)).Select(_ => Value(depth + 1))),
        _ => Object(depth),
    };

    private BsonDocument Object(int depth)
    {
        var found = new BsonDocument();
        for (var i = _random.Next(6); i > 0; i--)
        {
            found[Key()] = Value(depth + 1);
        }

        return found;
    }

    private string Text() => _random.Next(8) == 0 ? string.Concat(Enumerable.Repeat(Plain(), _random.Next(2000))) : Plain();

    private string Plain() => Texts[_random.Next(Texts.Length)];

    private string Key() => Keys[_random.Next(Keys.Length)];

    private static BsonValue Parsed(string json) => BsonDocument.Parse($"{{\"v\": {json}}}")["v"];

    private static string Quoted(string text) => System.Text.Json.JsonSerializer.Serialize(text);
}
