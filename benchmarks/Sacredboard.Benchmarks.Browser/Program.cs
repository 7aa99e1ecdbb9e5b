using System.Globalization;
using Sacredboard.Benchmarks.Browser;

// ask ADDRESS SOURCE: queries by keyboard.
if (args is ["ask", var asked, var of])
{
    Console.WriteLine("| work, ms | median | range | the first time |");
    Console.WriteLine("| --- | --- | --- | --- |");
    await AskScenario.RunAsync(new Uri(asked), of);
    return 0;
}

// compare ADDRESS PATH: a page of charts, such as net/compare?all=true, until its first curves are drawn.
if (args is ["compare", var with, var path])
{
    Console.WriteLine("| work | median | range |");
    Console.WriteLine("| --- | --- | --- |");
    await using var comparing = await Visitor.StartAsync(new Uri(with));
    await ReportAsync($"{path}: navigation → curves drawn, ms", () => comparing.ShowCurvesAsync(path));
    return 0;
}

// plots ADDRESS SCATTER-PATH PARALLEL-PATH: until they are drawn, and frames while the pointer moves.
if (args is ["plots", var board, var scatter, var parallel])
{
    Console.WriteLine("| work | median | range |");
    Console.WriteLine("| --- | --- | --- |");
    await using var looking = await Visitor.StartAsync(new Uri(board));
    foreach (var (plot, isPressed) in new[] { (scatter, false), (parallel, true) })
    {
        await ReportAsync($"{plot}: navigation → drawn, ms", () => looking.ShowPlotAsync(plot));
        var (median, longest) = await looking.MoveAsync(plot, isPressed);
        var moved = isPressed ? "a brush" : "the pointer";
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"| {plot}: a frame while {moved} moves, ms | {median:F1} | –{longest:F1} |"));
    }

    return 0;
}

// visible ADDRESS SOURCE/RUN ...: pages of charts, each opened for the first time.
if (args is ["visible", var shown, ..])
{
    await using var visitor = await Visitor.StartAsync(new Uri(shown));
    foreach (var place in args.Skip(2).Select(place => place.Split('/')))
    {
        var drawn = await visitor.DrawVisibleAsync($"{place[0]}/runs/{place[1]}/metrics");
        Console.WriteLine($"{place[0]}: run {place[1]}, navigation → visible charts drawn: {(int)drawn} ms");
    }

    return 0;
}

// turns ADDRESS SOURCE/RUN OMNIBOARD-ADDRESS: click → curve, in turns with Omniboard on the same database.
if (args is ["turns", var ours, var turn, var theirs])
{
    await using var here = await Visitor.StartAsync(new Uri(ours));
    await using var there = await Visitor.StartAsync(new Uri(theirs));
    var (source, run) = (turn.Split('/')[0], turn.Split('/')[1]);
    for (var i = 0; i < 6; i++)
    {
        var (mine, other) = (await here.DrawCurveAsync($"{source}/runs/{run}/config"), await there.DrawOmniboardAsync(run));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{mine:F0} ms, Omniboard {other:F0} ms: {other / mine:F1} times"));
    }

    return 0;
}

// ADDRESS SOURCE/LONG-RUN ...: for each source the table, and a run with one long metric. See ../README.md.
if (args is not [var address, _, ..] || args.Skip(1).Any(place => !place.Contains('/')))
{
    Console.Error.WriteLine("Sacredboard.Benchmarks.Browser ADDRESS SOURCE/LONG-RUN [SOURCE/LONG-RUN …], for example "
        + "http://127.0.0.1:5000 s10k/10001\n  or ask ADDRESS SOURCE\n  or compare ADDRESS PATH"
        + "\n  or plots ADDRESS SCATTER-PATH PARALLEL-PATH"
        + "\n  or visible ADDRESS SOURCE/RUN …\n  or turns ADDRESS SOURCE/RUN OMNIBOARD-ADDRESS");
    return 2;
}

const int Repeats = 7;
Console.WriteLine("| work | median | range |");
Console.WriteLine("| --- | --- | --- |");
foreach (var (source, run) in args.Skip(1).Select(place => (place.Split('/')[0], place.Split('/')[1])))
{
    await using var visitor = await Visitor.StartAsync(new Uri(address));
    await ReportAsync($"{source}: navigation → rows shown, ms", () => visitor.ShowRowsAsync($"{source}/runs"));
    await ReportAsync(
        $"{source}: run {run}, click on Metrics → curve drawn, ms",
        () => visitor.DrawCurveAsync($"{source}/runs/{run}/config"));
    await ReportAsync($"{source}: first visit of the table, bytes on the wire", () => visitor.CountBytesAsync($"{source}/runs"));
    await ReportAsync(
        $"{source}: first visit of run {run} with its chart, bytes on the wire",
        () => visitor.CountBytesAsync($"{source}/runs/{run}/metrics"));
}

return 0;

static async Task ReportAsync(string work, Func<Task<double>> measure)
{
    await measure(); // the first one compiles views and fills the server's caches
    var taken = new List<double>();
    for (var i = 0; i < Repeats; i++)
    {
        taken.Add(await measure());
    }

    taken.Sort();
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {work} | {taken[Repeats / 2]:F0} | {taken[0]:F0}–{taken[^1]:F0} |"));
}
