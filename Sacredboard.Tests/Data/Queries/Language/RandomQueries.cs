using System.Text;

namespace Sacredboard.Tests.Data.Queries.Language;

/// <summary>
/// Texts that are hardly ever queries: random characters, random pieces of queries, and queries in which something was changed.
/// </summary>
public sealed class RandomQueries(int seed)
{
    // Patterns come with the pieces below, and not often: each new one takes as long as twenty other texts.
    private const string Characters = "ab1.0-eE\"'()[]<>=!,:/\\ \t\n_$%&|{}+*?^ä\ud83d\ude80\0\ud800";

    private static readonly string[] Pieces =
    [
        "and", "or", "not", "in", "has", "contains", "exists(", "missing(", "kind(", "last(", "at(loss, 1)", "min(", "(", ")", "((", "))",
        ",", "=", "==", "!=", "<", "<=", ">", ">=",
        "lr", "status", "config.x", ".status", "a[0]", "a[", "\"", "\"a b\"", "'x'", "'", "0.1", "-7d", "today", "2026-01-02", "nan",
        "null", "^a(b|c)$", "[", "(?i)x", "*", "\\", "dead", "captured_out", "~", "!~",
    ];

    private static readonly string[] Queries =
    [
        "status = failed and (lr < 0.1 or min(validation.loss) < 0.2)", "not exists(config.optimizer.\"weird key\") or tags has best",
        "x in (1, two, \"3\") and kind(x) != list",
        "started > -7d duration > 2h comment contains \"a b\"", "experiment = digits or .host.hostname = gpu1",
        "resnet 128 \"good one\" at(loss, 100) >= 1e-3",
        "experiment ~ \"^digits(_x)?$\" or .host.hostname !~ (?i)^gpu",
    ];

    private readonly Random _random = new(seed);
    private readonly StringBuilder _text = new();

    public string Next()
    {
        _text.Clear();
        var patterns = _random.Next(10) == 0;
        switch (_random.Next(3))
        {
            case 0:
                Append(_random.Next(24), () => _text.Append(Characters[_random.Next(Characters.Length)]));
                break;
            case 1:
                Append(
                    _random.Next(1, 6),
                    () => _text.Append(Pieces[_random.Next(Pieces.Length - (patterns ? 0 : 2))]).Append(_random.Next(4) == 0 ? "" : " "));
                break;
            default:
                _text.Append(Queries[_random.Next(Queries.Length - (patterns ? 0 : 1))]);
                Append(_random.Next(1, 4), Change);
                break;
        }

        return _text.ToString();
    }

    private static void Append(int times, Action step)
    {
        for (var i = 0; i < times; i++)
        {
            step();
        }
    }

    private void Change()
    {
        var at = _random.Next(_text.Length);
        switch (_random.Next(3))
        {
            case 0 when _text.Length > 1:
                _text.Remove(at, _random.Next(1, Math.Min(4, _text.Length - at + 1)));
                break;
            case 1:
                _text.Insert(at, Pieces[_random.Next(Pieces.Length - 2)]);
                break;
            default:
                _text[at] = Characters[_random.Next(Characters.Length)];
                break;
        }

        if (_text.Length == 0)
        {
            _text.Append('a');
        }
    }
}
