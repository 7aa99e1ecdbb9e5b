using Sacredboard.Data.Catalog.Columns;

namespace Sacredboard.Data.Queries.Totals;

/// <summary>Computes a <see cref="NumberTotal"/> by Welford's method, which loses no digits in differences of large sums.</summary>
internal struct NumberTotalBuilder
{
    // Squares of numbers beyond 2^500 overflow, so such numbers are divided by 2^600.
    private const double Large = 3.3e150;
    private const double Unit = 4.149515568880993e180;

    private int _count;
    private int _nonFinite;
    private int _missing;
    private int _nulls;
    private int _others;
    private double _mean;
    private double _squares;
    private double _min;
    private double _max;
    private bool _isLarge;

    public readonly int Count => _count;

    /// <summary>Null without finite numbers.</summary>
    // Rounding must not move the mean of equal numbers out of their range.
    public readonly double? Mean => _count == 0 ? null : Math.Clamp(_isLarge ? _mean * Unit : _mean, _min, _max);

    public readonly double? Std =>
        _count < 2 ? null : Math.Min(double.MaxValue, Math.Sqrt(_squares / (_count - 1)) * (_isLarge ? Unit : 1));

    public readonly double? Min => _count == 0 ? null : _min;

    public readonly double? Max => _count == 0 ? null : _max;

    public void Add(NumberCell cell)
    {
        switch (cell.Kind)
        {
            case NumberKind.Missing:
                _missing++;
                break;
            case NumberKind.Null:
                _missing++;
                _nulls++;
                break;
            case NumberKind.Other:
                _others++;
                break;
            default:
                if (double.IsFinite(cell.Number))
                {
                    Add(cell.Number);
                }
                else
                {
                    _nonFinite++;
                }

                break;
        }
    }

    public readonly NumberTotal ToTotal() => new()
    {
        Count = _count,
        Mean = Mean,
        Std = Std,
        Min = Min,
        Max = Max,
        NonFinite = _nonFinite,
        Missing = _missing,
        Nulls = _nulls,
        Others = _others,
    };

    private void Add(double number)
    {
        (_min, _max) = _count == 0 ? (number, number) : (Math.Min(_min, number), Math.Max(_max, number));
        if (!_isLarge && Math.Abs(number) > Large)
        {
            _isLarge = true;
            _mean /= Unit;
            _squares = _squares / Unit / Unit;
        }

        number = _isLarge ? number / Unit : number;
        _count++;
        var before = number - _mean;
        _mean += before / _count;
        _squares += before * (number - _mean);
    }
}
