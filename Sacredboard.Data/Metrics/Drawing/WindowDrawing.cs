namespace Sacredboard.Data.Metrics.Drawing;

/// <summary>Draws a window of a metric.</summary>
internal sealed class WindowDrawing
{
    private readonly MetricPoints _points;
    private readonly MetricWindow _window;
    private readonly MetricLine _line;
    private readonly PixelScale _scale;
    private readonly DrawnLine _drawn;
    private readonly DrawnLine? _smoothed;

    public WindowDrawing(MetricPoints points, MetricWindow window)
    {
        (_points, _window, _line) = (points, window, points.Lines.Of(window));
        var (from, to) = WindowEdges.Of(_line, window);
        _scale = new PixelScale(from, to, window.Columns ?? 1, window.XScale);
        _drawn = LineTrace.Of(_line, _scale, isWhole: window.Columns is null);
        _smoothed = window.Smooth is { } smoother
            ? LineTrace.Of(points.Lines.Smoothed(window, smoother), _scale, isWhole: window.Columns is null)
            : null;
    }

    /// <summary>The lowest and highest value that the y axis has to show; NaN when there is none.</summary>
    public (double Low, double High) Values =>
        (_window.YRange == ValueRange.Robust ? WindowValues.Robust(_line, _scale, _window.YScale) : null)
        ?? Union(WindowValues.Full(_drawn, _scale, _window.YScale), WindowValues.Full(_smoothed, _scale, _window.YScale));

    public MetricDrawing Draw()
    {
        var axis = Axis();
        var drawn = Visible(_drawn, axis);
        var smoothed = _smoothed is null ? null : Visible(_smoothed, axis);
        if (drawn.Reduced)
        {
            WireNumber.Round(drawn.Y, axis, _window.Rows);
        }

        if (smoothed is not null && _window.Columns is not null)
        {
            WireNumber.Round(smoothed.Y, axis, _window.Rows);
        }

        var isWhole = _window is { YRange: ValueRange.Full, Low: null, High: null };
        return new()
        {
            From = _scale.From,
            To = _scale.To,
            Line = drawn,
            Smoothed = smoothed,
            Marks = _line.MarksIn(_scale, _window.Columns is not null),
            Values = axis,
            Hidden = isWhole || double.IsNaN(axis.Low) ? 0 : WindowValues.CountOutside(_line, _scale, axis),
            Order = _points.Lines.OrderOf(_window.Order),
            Repeated = _line.Repeated,
        };
    }

    private DrawnLine Visible(DrawnLine line, ValueAxis axis)
    {
        if (!_window.Lean || !line.Reduced || double.IsNaN(axis.Low))
        {
            return line;
        }

        var visible = ColumnJoins.Leave(line, _scale, axis, _window.Rows);
        WireTime.Round(visible.X, _scale, _window.Axis);
        return visible;
    }

    // A window behind a peak holds smoothed values that are above all others in it.
    private static (double Low, double High) Union((double Low, double High) a, (double Low, double High) b) =>
        double.IsNaN(a.Low) ? b : double.IsNaN(b.Low) ? a : (Math.Min(a.Low, b.Low), Math.Max(a.High, b.High));

    private ValueAxis Axis()
    {
        if (_window is { Low: { } bottom, High: { } top })
        {
            return new(bottom, top, _window.YScale);
        }

        var (low, high) = Values;
        if (double.IsNaN(low))
        {
            return ValueAxis.None;
        }

        var axis = ValueAxis.Around(low, high, _window.YScale, _window.Grow);
        // An edge that is given may lie beyond all values.
        axis = axis with { Low = _window.Low ?? axis.Low, High = _window.High ?? axis.High };
        return axis.Low < axis.High ? axis
            : _window.Low is { } only ? ValueAxis.Around(only, only, _window.YScale, _window.Grow) with { Low = only }
            : ValueAxis.Around(axis.High, axis.High, _window.YScale, _window.Grow) with { High = axis.High };
    }
}
