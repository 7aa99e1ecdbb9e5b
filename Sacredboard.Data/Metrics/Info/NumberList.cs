using Sacredboard.Data.Values;
using Sacredboard.Data.Values.Python;

namespace Sacredboard.Data.Metrics.Info;

/// <summary>The items of a stored list as numbers: NaN for those that are none.</summary>
internal sealed class NumberList
{
    private readonly IReadOnlyList<SacredValue> _items;
    private readonly double[] _values;
    private readonly List<int> _notNumbers = [];

    private NumberList(IReadOnlyList<SacredValue> items)
    {
        (_items, _values) = (items, new double[items.Count]);
        for (var i = 0; i < items.Count; i++)
        {
            if (Number(items[i]) is { } number)
            {
                _values[i] = number;
            }
            else
            {
                _values[i] = double.NaN;
                _notNumbers.Add(i);
            }
        }
    }

    public int Count => _values.Length;

    public ReadOnlySpan<double> Values => _values;

    /// <summary>The indices of the items that are not numbers.</summary>
    public IReadOnlyList<int> NotNumbers => _notNumbers;

    /// <summary>Null unless at least two items are numbers: fewer make no line.</summary>
    public static NumberList? Of(IReadOnlyList<SacredValue> items) =>
        new NumberList(items) is var list && list.Count - list._notNumbers.Count >= 2 ? list : null;

    /// <summary>An item as stored, without its jsonpickle tags.</summary>
    public SacredValue Item(int i) => Jsonpickle.Decode(_items[i]) is SacredTyped { Value: { } value } ? value : _items[i];

    private static double? Number(SacredValue item) => item switch
    {
        SacredDouble real => real.Value,
        SacredInteger integer => (double)integer.Value,
        SacredTyped { Value: SacredDouble or SacredInteger } typed => Number(typed.Value),
        SacredObject tagged when Jsonpickle.Decode(tagged) is SacredTyped typed => Number(typed),
        _ => null,
    };
}
