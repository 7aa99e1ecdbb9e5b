namespace Sacredboard.Data.Metrics;

/// <summary>Divides a window of finite numbers into columns of equal width.</summary>
public readonly struct PixelScale
{
    private readonly double _from;
    private readonly double _span;
    private readonly double _shrink;
    private readonly int _columns;

    public PixelScale(double from, double to, int columns)
    {
        // The difference of two finite numbers may overflow; that of a quarter of each cannot.
        _shrink = double.IsFinite(to - from) ? 1 : 0.25;
        _from = from * _shrink;
        _span = (to * _shrink) - _from;
        _columns = columns;
    }

    /// <summary>The column of an x in the window; never decreases while x grows. The right edge belongs to the last one.</summary>
    public int Column(double x) =>
        _span > 0 ? Math.Clamp((int)(((x * _shrink) - _from) / _span * _columns), 0, _columns - 1) : 0;
}
