using Sacredboard.Data.Fields;
using Sacredboard.Data.Runs;

namespace Sacredboard.Data.Queries.Language;

/// <summary>The reserved words, which ignore case.</summary>
internal static class QueryWords
{
    public static readonly IReadOnlyList<string> Kinds = ["number", "text", "bool", "null", "date", "list", "object", "other"];

    /// <summary>Functions whose whole text, parentheses included, is a field.</summary>
    public static readonly IReadOnlyList<string> FieldFunctions = ["kind", .. MetricFieldText.KindNames];

    public static readonly IReadOnlyList<string> Functions = ["exists", "missing", .. FieldFunctions];

    /// <summary>The keys of a stored document that can be queried with a dot in front.</summary>
    public static readonly IReadOnlyList<string> DocumentNames =
        [.. RunFieldText.Roots.Keys, "_id", .. StoredNames.Properties, .. StoredNames.Others];

    public static bool IsReserved(ReadOnlySpan<char> word) => Is(word, "and") || Is(word, "or") || Is(word, "not");

    public static bool Is(ReadOnlySpan<char> word, string known) => word.Equals(known, StringComparison.OrdinalIgnoreCase);
}
