using System.Diagnostics.CodeAnalysis;
using Sacredboard.Data.Fields;

namespace Sacredboard.Data.Queries.Grouping;

/// <summary>The number by which groups are compared.</summary>
public enum GroupMeasure
{
    /// <summary>The number of runs; written <c>count</c>.</summary>
    Count,

    /// <summary>The value of a field that runs are grouped by, or the mean of any other field; written as the field alone.</summary>
    Value,
    Mean,

    /// <summary>The sample standard deviation; written <c>std:</c>.</summary>
    Std,
    Min,
    Max,
}

/// <summary>
/// One level of the order of groups: <c>-count</c>, <c>lr</c>, <c>-mean:result</c>, <c>std:"odd key"</c>. A minus in front means
/// descending. Groups without such a number come last in both directions.
/// </summary>
/// <param name="Field">Null for <see cref="GroupMeasure.Count"/>.</param>
public sealed record GroupSort(GroupMeasure Measure, RunField? Field, bool Descending) : ISortLevel<GroupSort>
{
    private const string CountWord = "count";

    private static readonly (string Prefix, GroupMeasure Measure)[] Prefixes =
        [("mean:", GroupMeasure.Mean), ("std:", GroupMeasure.Std), ("min:", GroupMeasure.Min), ("max:", GroupMeasure.Max)];

    /// <summary>Parses levels separated by commas, most important first; false with the position of the first fault.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out IReadOnlyList<GroupSort>? sort, out int position)
    {
        var levels = new List<GroupSort>();
        (sort, position) = (null, 0);
        foreach (var (start, part) in FieldList.Parts(text))
        {
            if (!TryParseLevel(part, out var level, out position))
            {
                position += start;
                return false;
            }

            levels.Add(level);
        }

        (sort, position) = (levels, 0);
        return true;
    }

    public static GroupSort? Read(string text) => TryParse(text, out var sort, out _) && sort is [var level] ? level : null;

    public GroupSort Reversed() => this with { Descending = !Descending };

    public static string ToText(IEnumerable<GroupSort> sort) => string.Join(',', sort);

    public override string ToString() => (Descending ? "-" : "") + Measure switch
    {
        GroupMeasure.Count => CountWord,
        GroupMeasure.Value => Bare(Field!.ToString()),
        _ => Prefixes.First(prefix => prefix.Measure == Measure).Prefix + Field,
    };

    private static bool TryParseLevel(string part, [NotNullWhen(true)] out GroupSort? level, out int position)
    {
        var descending = part.StartsWith('-');
        var rest = part[(descending ? 1 : 0)..];
        (level, position) = (null, 0);
        if (rest == CountWord)
        {
            level = new(GroupMeasure.Count, null, descending);
            return true;
        }

        var known = Array.Find(Prefixes, known => rest.StartsWith(known.Prefix, StringComparison.Ordinal));
        var (prefix, measure) = known.Prefix is null ? ("", GroupMeasure.Value) : known;
        if (!RunField.TryParse(rest[prefix.Length..], out var field, out position))
        {
            position += part.Length - rest.Length + prefix.Length;
            return false;
        }

        level = new(measure, field, descending);
        return true;
    }

    // The root in front keeps a config key from being read as something else.
    private static string Bare(string field) =>
        field == CountWord || field.StartsWith('-') || Prefixes.Any(prefix => field.StartsWith(prefix.Prefix, StringComparison.Ordinal))
            ? "config." + field
            : field;
}
