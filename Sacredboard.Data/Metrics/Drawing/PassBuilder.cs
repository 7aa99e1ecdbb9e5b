namespace Sacredboard.Data.Metrics.Drawing;

/// <summary>Collects the points and marks of a pass in the order of its line.</summary>
/// <param name="capacity">Expected number of points.</param>
/// <param name="isAlong">Whether the line goes along something else than x.</param>
internal sealed class PassBuilder(int capacity, bool isAlong)
{
    private readonly List<double> _x = new(capacity);
    private readonly List<double> _y = new(capacity);
    private readonly List<double>? _along = isAlong ? new(capacity) : null;
    private readonly PassMarks _marks = new();

    public int WithoutX { get; set; }

    public int NotAbove { get; set; }

    public void Add(double x, double y, double along)
    {
        _x.Add(x);
        _y.Add(y);
        _along?.Add(along);
    }

    public void Mark(double x, MetricMarkKind kind) => _marks.Add(x, kind, _x.Count);

    public MetricPass Build() => new([.. _x], [.. _y], _marks, _along is null ? null : [.. _along])
    {
        WithoutX = WithoutX,
        NotAbove = NotAbove,
    };
}
