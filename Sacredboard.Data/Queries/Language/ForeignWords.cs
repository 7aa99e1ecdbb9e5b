namespace Sacredboard.Data.Queries.Language;

/// <summary>Words of other query languages.</summary>
internal static class ForeignWords
{
    /// <summary>Operators of other languages, with those of this one.</summary>
    public static readonly IReadOnlyDictionary<string, string> Operators = new Dictionary<string, string>
    {
        ["&&"] = "and",
        ["&"] = "and",
        ["||"] = "or",
        ["|"] = "or",
        ["==="] = "==",
        ["=~"] = "~",
        ["<>"] = "!=",
        ["=<"] = "<=",
        ["=>"] = ">=",
        ["=!"] = "!=",
        ["~="] = "~",
        ["!"] = "not",
    };

    /// <summary>Functions of other languages besides statistics, with those of this one.</summary>
    public static readonly IReadOnlyDictionary<string, string> Functions = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["has"] = "exists",
        ["isnull"] = "missing",
        ["type"] = "kind",
    };
}
