namespace Sacredboard.Data.Metrics.Drawing;

/// <summary>Divides a window of finite numbers into columns of equal width.</summary>
public readonly struct PixelScale
{
    private readonly double _left;
    private readonly double _span;
    private readonly double _shrink;
    private readonly bool _isLog;

    public PixelScale(double from, double to, int columns, AxisScale scale = AxisScale.Linear)
    {
        (From, To, Columns) = (from, to, columns);
        _isLog = scale == AxisScale.Log;
        // The difference of two finite numbers may overflow; that of a quarter of each cannot.
        _shrink = double.IsFinite(to - from) ? 1 : 0.25;
        _left = Place(from);
        _span = Place(to) - _left;
    }

    /// <summary>Left edge, inclusive.</summary>
    public double From { get; }

    /// <summary>Right edge, inclusive.</summary>
    public double To { get; }

    public int Columns { get; }

    public bool IsLinear => !_isLog;

    /// <summary>The column of an x in the window; never decreases while x grows. The right edge belongs to the last one.</summary>
    public int Column(double x) => _span > 0 ? Math.Clamp((int)((Place(x) - _left) / _span * Columns), 0, Columns - 1) : 0;

    /// <summary>The same with one more column on either side for an x outside of the window: -1 and <see cref="Columns"/>.</summary>
    public int ColumnOrSide(double x) => x < From ? -1 : x > To ? Columns : Column(x);

    /// <summary>How far right an x lies in the window: 0 at its left edge, 1 at its right edge.</summary>
    public double Share(double x) => _span > 0 ? (Place(x) - _left) / _span : 0.5;

    private double Place(double x) => _isLog ? Math.Log10(x) : x * _shrink;
}
