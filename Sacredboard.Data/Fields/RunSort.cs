namespace Sacredboard.Data.Fields;

/// <summary>One level of an order.</summary>
public sealed record RunSort(RunField Field, bool Descending) : ISortLevel<RunSort>
{
    public static RunSort? Read(string text) => FieldList.TryParseSort(text, out var sort, out _) && sort is [var level] ? level : null;

    public RunSort Reversed() => this with { Descending = !Descending };
}
