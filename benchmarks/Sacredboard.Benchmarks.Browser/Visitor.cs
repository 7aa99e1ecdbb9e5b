using Microsoft.Playwright;
using Sacredboard.Tests.Browser.Support;

namespace Sacredboard.Benchmarks.Browser;

/// <summary>A first-time visitor: each measurement starts a new Chromium with an empty profile.</summary>
internal sealed class Visitor : IAsyncDisposable
{
    // Records when the awaited content was painted, in ms since 1970: a message that is sent in the first frame with it comes after that
    // frame. What it looks at in each frame is little: asking where 60 canvases are makes the browser lay out all that it would not yet.
    // Pixels are read after the time is taken.
    private const string Watch = """
        (() => {
          const painted = canvas => {
            if (!canvas.width || !canvas.height) return false
            const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d', { willReadFrequently: true })
            copy.drawImage(canvas, 0, 0)
            return copy.getImageData(0, 0, canvas.width, canvas.height).data.some((value, i) => i % 4 === 3 && value > 0)
          }
          const now = () => performance.timeOrigin + performance.now()
          const note = (name, isSo = () => true) => {
            const { port1, port2 } = new MessageChannel()
            port1.onmessage = () => {
              const at = now()
              if (!window[name] && isSo()) window[name] = at
            }
            port2.postMessage(null)
          }
          addEventListener('click', () => sessionStorage.setItem('clicked', now()), true)
          const isInView = ({ top, bottom }) => top < innerHeight && bottom > 0
          let inView = null
          const tick = () => {
            // Looking at the canvases of a plot takes longer than its frames, which are measured next.
            if (window.plotShown) return
            if (!window.rowsShown && document.querySelector('[data-rows] > [data-run]')) note('rowsShown')
            // Omniboard's Plotly: as soon as its line has a path.
            const isLine = path => path.getAttribute('d')?.length > 500
            if (!window.plotDrawn && [...document.querySelectorAll('path.js-line')].some(isLine)) note('plotDrawn')
            if (document.querySelector('[data-plot-area][data-drawn]')) note('plotShown')
            const drawn = document.querySelector('canvas[data-drawn]')
            if (drawn && !window.curveDrawn) note('curveDrawn', () => painted(drawn))
            if (drawn && !window.allDrawn) {
              inView ??= [...document.querySelectorAll('figure.chart')].filter(chart => isInView(chart.getBoundingClientRect()))
              const canvases = inView.map(chart => chart.querySelector('canvas'))
              if (canvases.every(canvas => canvas?.dataset.drawn)) note('allDrawn', () => canvases.every(painted))
            }
            requestAnimationFrame(tick)
          }
          requestAnimationFrame(tick)
        })()
        """;

    private const string Move = """
        async pressed => {
          const area = document.querySelector('[data-plot-area]')
          const heads = [...area.querySelectorAll('[data-axis]')].map(head => head.getBoundingClientRect())
          const { left, top, width, height } = area.getBoundingClientRect()
          const head = heads[Math.floor(heads.length / 2)]
          const at = part => ({
            clientX: pressed ? head.left + head.width / 2 : left + width * (0.1 + 0.8 * part),
            clientY: top + height * (pressed ? 0.3 + 0.6 * part : 0.2 + 0.6 * Math.abs(Math.sin(part * 9)))
          })
          const send = (type, part) => area.dispatchEvent(new PointerEvent(type, { ...at(part), bubbles: true, button: 0, pointerId: 1 }))
          area.setPointerCapture = () => {}
          if (pressed) send('pointerdown', 0)
          const frames = []
          for (let i = 1; i <= 60; i++) {
            frames.push(await new Promise(resolve => requestAnimationFrame(() => {
              // The work of a move is done in the next frame.
              requestAnimationFrame(begun => {
                const { port1, port2 } = new MessageChannel()
                port1.onmessage = () => resolve(performance.now() - begun)
                port2.postMessage(null)
              })
              send('pointermove', i / 60)
            })))
          }
          return frames
        }
        """;

    /// <summary>A new browser is busy with itself at first, which is no part of a visit.</summary>
    private static readonly TimeSpan BrowserStarts = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan BeforeAsking = TimeSpan.FromSeconds(1);

    private readonly IPlaywright _playwright;
    private readonly Uri _address;

    private Visitor(IPlaywright playwright, Uri address) => (_playwright, _address) = (playwright, address);

    public static async Task<Visitor> StartAsync(Uri address) => new(await Playwright.CreateAsync(), address);

    public ValueTask DisposeAsync()
    {
        _playwright.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Milliseconds from the navigation until the rows of the table are painted.</summary>
    public Task<double> ShowRowsAsync(string path) => WithPageAsync(async page =>
    {
        var start = Now();
        await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.Commit });
        return await WhenAsync(page, "rowsShown") - start;
    });

    /// <summary>Milliseconds from the navigation until the first chart of the page is painted.</summary>
    public Task<double> ShowCurvesAsync(string path) => WithPageAsync(async page =>
    {
        var start = Now();
        await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.Commit });
        return await WhenAsync(page, "curveDrawn") - start;
    });

    /// <summary>Milliseconds from the navigation until the dots or lines of a plot are painted.</summary>
    public Task<double> ShowPlotAsync(string path) => WithPageAsync(async page =>
    {
        var start = Now();
        await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.Commit });
        return await WhenAsync(page, "plotShown") - start;
    });

    /// <summary>
    /// The median and the longest frame in milliseconds, from its beginning until it is handed on to be shown, while the pointer moves over
    /// a plot.
    /// </summary>
    /// <param name="path">The page of the plot.</param>
    /// <param name="pressed">The pointer is pressed on the axis in the middle: a brush.</param>
    public async Task<(double Median, double Longest)> MoveAsync(string path, bool pressed)
    {
        double[] frames = [];
        await WithPageAsync(async page =>
        {
            await page.GotoAsync(path);
            await WhenAsync(page, "plotShown");
            frames = await page.EvaluateAsync<double[]>(Move, pressed);
            return 0;
        });
        Array.Sort(frames);
        return (frames[frames.Length / 2], frames[^1]);
    }

    /// <summary>Milliseconds from the click on the Metrics tab, on a page without charts, until the curve is painted.</summary>
    public Task<double> DrawCurveAsync(string path) => WithPageAsync(async page =>
    {
        await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.NetworkIdle });
        await page.Locator("[data-tab-link=metrics]").ClickAsync();
        var drawn = await WhenAsync(page, "curveDrawn");
        return drawn - await page.EvaluateAsync<double>("Number(sessionStorage.getItem('clicked'))");
    });

    /// <summary>Milliseconds from the navigation to the page of a run's charts until all visible ones are painted.</summary>
    public Task<double> DrawVisibleAsync(string path) => WithPageAsync(async page =>
    {
        var start = Now();
        await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.Commit });
        return await WhenAsync(page, "allDrawn") - start;
    });

    /// <summary>Omniboard: milliseconds from the click on a run's row, one of the first, until its curve is there.</summary>
    public Task<double> DrawOmniboardAsync(string run) => WithPageAsync(async page =>
    {
        await page.GotoAsync("", new() { WaitUntil = WaitUntilState.NetworkIdle });
        await page.GetByText(run, new() { Exact = true }).First.ClickAsync();
        var drawn = await WhenAsync(page, "plotDrawn");
        return drawn - await page.EvaluateAsync<double>("Number(sessionStorage.getItem('clicked'))");
    });

    /// <summary>Bytes of all responses, including headers, until the page is idle.</summary>
    public Task<double> CountBytesAsync(string path) => WithPageAsync(async page =>
    {
        var bytes = 0d;
        var session = await page.Context.NewCDPSessionAsync(page);
        session.Event("Network.loadingFinished").OnEvent += (_, finished) =>
            bytes += finished?.GetProperty("encodedDataLength").GetDouble() ?? 0;
        await session.SendAsync("Network.enable");
        await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.NetworkIdle });
        return bytes;
    });

    private static double Now() => (DateTime.UtcNow - DateTime.UnixEpoch).TotalMilliseconds;

    private static async Task<double> WhenAsync(IPage page, string moment)
    {
        // A question compiles a script in the page, which takes as long as drawing a chart.
        await Task.Delay(BeforeAsking);
        var handle = await page.WaitForFunctionAsync($"() => window.{moment}");
        return await handle.JsonValueAsync<double>();
    }

    private async Task<double> WithPageAsync(Func<IPage, Task<double>> measure)
    {
        await using var browser = await _playwright.Chromium.LaunchAsync(ChromiumLaunch.Options());
        var page = await browser.NewPageAsync(new()
        {
            BaseURL = _address.AbsoluteUri,
            ViewportSize = new() { Width = 1280, Height = 800 }
        });
        await page.AddInitScriptAsync(Watch);
        await Task.Delay(BrowserStarts);
        return await measure(page);
    }
}
