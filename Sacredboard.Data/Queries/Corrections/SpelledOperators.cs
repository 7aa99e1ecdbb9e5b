using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries.Language;

namespace Sacredboard.Data.Queries.Corrections;

/// <summary>Finds operators written as words: <c>status is failed</c>, <c>experiment like x</c>, <c>lr is less than 0.1</c>.</summary>
internal static class SpelledOperators
{
    private static readonly Dictionary<string, string> Operators = new(StringComparer.OrdinalIgnoreCase)
    {
        ["is"] = "=",
        ["are"] = "=",
        ["equals"] = "=",
        ["equal"] = "=",
        ["eq"] = "=",
        ["isnt"] = "!=",
        ["isn't"] = "!=",
        ["ne"] = "!=",
        ["lt"] = "<",
        ["less"] = "<",
        ["below"] = "<",
        ["under"] = "<",
        ["before"] = "<",
        ["le"] = "<=",
        ["lte"] = "<=",
        ["gt"] = ">",
        ["greater"] = ">",
        ["more"] = ">",
        ["above"] = ">",
        ["over"] = ">",
        ["after"] = ">",
        ["since"] = ">=",
        ["ge"] = ">=",
        ["gte"] = ">=",
        ["like"] = "contains",
        ["ilike"] = "contains",
        ["include"] = "contains",
        ["includes"] = "contains",
        ["containing"] = "contains",
        ["match"] = "~",
        ["matches"] = "~",
        ["regex"] = "~",
        ["regexp"] = "~",
        ["starts"] = "^",
        ["startswith"] = "^",
        ["ends"] = "$",
        ["endswith"] = "$",
        ["exists"] = "exists",
        ["missing"] = "missing",
    };

    private static readonly string[] Fillers = ["than", "to", "with", "the"];

    public static Correction? At(QueryPieces pieces, int index)
    {
        if (pieces.Field(index) is not { } field)
        {
            return null;
        }

        var (at, op, not) = (index + 1, default(string), false);
        while (pieces.Is(at, QueryToken.Not) || (pieces.Is(at, QueryToken.Word) && Operators.ContainsKey(pieces.Text(at))))
        {
            not |= pieces.Is(at, QueryToken.Not);
            op = Operators.GetValueOrDefault(pieces.Text(at), op ?? "");
            at++;
        }

        if (op is null or "")
        {
            return null;
        }

        if (op is "exists" or "missing")
        {
            return Found(index, at - 1, $"{(not ? "not " : "")}{op}({field})");
        }

        while (Fillers.Any(filler => pieces.IsWord(at, filler)))
        {
            at++;
        }

        return pieces.IsValue(at) ? Found(index, at, Condition(field, op, pieces.Text(at), not)) : null;

        Correction Found(int first, int last, string suggestion) =>
            new(pieces.Span(first, last), "This is read as text, not as a condition", [suggestion]) { IsSure = true };
    }

    private static string Condition(string field, string op, string value, bool not)
    {
        var plain = value.Trim('"').Trim('%', '*');
        return (op, value.ToLowerInvariant()) switch
        {
            ("=", "none" or "null" or "empty" or "missing") => $"{field} {(not ? "!=" : "=")} null",
            ("=", "set" or "there" or "present") => $"{(not ? "missing" : "exists")}({field})",
            ("=", _) when field == OwnFields.Tags.Name => Not(ConditionText.Of(field, value)),
            ("=", _) => $"{field} {(not ? "!=" : "=")} {value}",
            ("contains", _) => Not($"{field} contains {ConditionText.Quoted(plain)}"),
            ("^", _) => Not($"{field} ~ {QuotedText.Write("^" + plain)}"),
            ("$", _) => Not($"{field} ~ {QuotedText.Write(plain + "$")}"),
            _ => Not($"{field} {op} {value}"),
        };

        string Not(string condition) => not ? $"not {condition}" : condition;
    }
}
