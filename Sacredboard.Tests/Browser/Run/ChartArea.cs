using Microsoft.Playwright;

namespace Sacredboard.Tests.Browser.Run;

/// <summary>The pointer on the drawing of one chart, in parts of its width and height.</summary>
internal sealed class ChartArea(ILocator chart)
{
    private readonly ILocator _area = chart.Locator(".chart-area");

    public ILocator Area => _area;

    public ILocator Canvas => _area.Locator("canvas");

    private IMouse Mouse => _area.Page.Mouse;

    public async Task MoveAsync(double x, double y)
    {
        var (left, top) = await PlaceAsync(x, y);
        await Mouse.MoveAsync(left, top);
    }

    public async Task DragAsync(double x, double y, double toX, double toY)
    {
        await MoveAsync(x, y);
        await Mouse.DownAsync();
        var (left, top) = await PlaceAsync(toX, toY);
        await Mouse.MoveAsync(left, top, new() { Steps = 5 });
        await Mouse.UpAsync();
    }

    /// <summary>The value of an edge of its axes: x.min, x.max, y.min or y.max.</summary>
    public Task<double> EdgeAsync(string edge) => Canvas.EvaluateAsync<double>(
        "(canvas, [axis, edge]) => Chart.getChart(canvas).scales[axis][edge]", edge.Split('.'));

    private async Task<(float Left, float Top)> PlaceAsync(double x, double y)
    {
        await _area.ScrollIntoViewIfNeededAsync();
        var box = await _area.BoundingBoxAsync() ?? throw new InvalidOperationException("The chart has no place.");
        return (box.X + (float)(box.Width * x), box.Y + (float)(box.Height * y));
    }
}
