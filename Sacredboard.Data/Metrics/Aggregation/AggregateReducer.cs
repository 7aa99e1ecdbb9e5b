using Sacredboard.Data.Metrics.Drawing;

namespace Sacredboard.Data.Metrics.Aggregation;

/// <summary>Keeps the points that a chart needs of those that come from left to right, see <see cref="CurveAggregate.Draw"/>.</summary>
internal sealed class AggregateReducer(PixelScale scale)
{
    private readonly List<AggregatePoint> _kept = [];

    // All points, as long as they are few enough to be the answer.
    private readonly List<AggregatePoint> _all = [];
    private long _inWindow;
    private int _column = -1;
    private Picks _picks;

    /// <summary>True when points of the window were left out.</summary>
    public bool IsReduced => _inWindow > 4L * scale.Columns;

    public void Add(AggregatePoint point)
    {
        var inside = point.X >= scale.From && point.X <= scale.To;
        _inWindow += inside ? 1 : 0;
        if (!IsReduced)
        {
            _all.Add(point);
        }

        if (!inside)
        {
            Flush();
            _kept.Add(point);
        }
        else if (scale.Column(point.X) is var column && column != _column)
        {
            Flush();
            (_column, _picks) = (column, new(point));
        }
        else
        {
            _picks.Add(point);
        }
    }

    public List<AggregatePoint> Finish()
    {
        Flush();
        return IsReduced ? _kept : _all;
    }

    private void Flush()
    {
        if (_column >= 0)
        {
            _picks.AddTo(_kept);
            _column = -1;
        }
    }

    /// <summary>The points of one column that are kept.</summary>
    private struct Picks(AggregatePoint first)
    {
        private readonly AggregatePoint _first = first;
        private AggregatePoint _lowest = first;
        private AggregatePoint _highest = first;
        private AggregatePoint _lowestEdge = first;
        private AggregatePoint _highestEdge = first;
        private AggregatePoint _last = first;

        public void Add(AggregatePoint point)
        {
            _lowest = point.Mid < _lowest.Mid ? point : _lowest;
            _highest = point.Mid > _highest.Mid ? point : _highest;
            _lowestEdge = point.Low < _lowestEdge.Low ? point : _lowestEdge;
            _highestEdge = point.High > _highestEdge.High ? point : _highestEdge;
            _last = point;
        }

        // No two points have one x, so it tells them apart.
        public readonly void AddTo(List<AggregatePoint> kept)
        {
            Span<AggregatePoint> points = [_first, _lowest, _highest, _lowestEdge, _highestEdge, _last];
            points.Sort((a, b) => a.X.CompareTo(b.X));
            foreach (var point in points)
            {
                if (kept.Count == 0 || kept[^1].X != point.X)
                {
                    kept.Add(point);
                }
            }
        }
    }
}
