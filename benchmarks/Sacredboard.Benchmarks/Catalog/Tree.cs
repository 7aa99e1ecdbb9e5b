using Sacredboard.Data.Values;

namespace Sacredboard.Benchmarks.Catalog;

/// <summary>Builds value trees from plain C# values.</summary>
internal static class Tree
{
    public static SacredValue Of(object? value) => value switch
    {
        null => SacredNull.Value,
        SacredValue done => done,
        bool boolean => SacredBoolean.Of(boolean),
        int number => new SacredInteger(number),
        double number => new SacredDouble(number),
        string text => new SacredText(text),
        DateTime date => new SacredDate(date),
        IEnumerable<int> items => new SacredList([.. items.Select(item => Of(item))]),
        IEnumerable<double> items => new SacredList([.. items.Select(item => Of(item))]),
        IEnumerable<string> items => new SacredList([.. items.Select(Of)]),
        IEnumerable<object> items => new SacredList([.. items.Select(Of)]),
        _ => throw new ArgumentException($"no tree of a {value.GetType().Name}", nameof(value)),
    };

    public static SacredObject Object(params (string Key, object? Value)[] members) =>
        new([.. members.Select(member => KeyValuePair.Create(member.Key, Of(member.Value)))]);
}
