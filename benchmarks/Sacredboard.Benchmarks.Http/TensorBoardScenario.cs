using System.Globalization;
using System.Text.RegularExpressions;

namespace Sacredboard.Benchmarks.Http;

/// <summary>TensorBoard's responses, requested directly and through the dashboard in turns.</summary>
internal static partial class TensorBoardScenario
{
    private const int Repeats = 200;
    private const string Page = "samples/runs/41/tensorboard";

    private static readonly string[] Paths =
    [
        "", "index.js", "data/environment", "data/runs", "data/plugins_listing", "data/plugin/scalars/tags", "data/plugin/timeseries/tags",
        "font-roboto/LICENSE",
    ];

    /// <param name="program">The dashboard.</param>
    /// <param name="tensorBoard">The real TensorBoard.</param>
    public static async Task RunAsync(string program, string tensorBoard)
    {
        using var server = await Server.StartAsync(program, [], ("Sacredboard__TensorBoard__Command", tensorBoard));
        using var client = new Client(server.Address);
        await OpenAsync(server.Address);
        using var direct = new Client(Own());
        var added = new List<double>();
        foreach (var path in Paths)
        {
            var times = (Direct: new List<double>(), Through: new List<double>());
            for (var i = 0; i < Repeats; i++)
            {
                times.Direct.Add((await direct.GetAsync(path, "gzip")).Milliseconds);
                times.Through.Add((await client.GetAsync($"{Page}/{path}", "gzip")).Milliseconds);
            }

            var more = P95(times.Through) - P95(times.Direct);
            added.Add(more);
            Report.Figure(
                $"TensorBoard /{path}: p50 / p95 directly, through the dashboard, p95 added, ms",
                $"{P50(times.Direct):F1} / {P95(times.Direct):F1}, {P50(times.Through):F1} / {P95(times.Through):F1}, {more:F1}");
        }

        Report.Figure("TensorBoard: the most added to a p95, ms", $"{added.Max():F1}");
    }

    private static double P50(List<double> times) => times.Order().ElementAt(times.Count / 2);

    private static double P95(List<double> times) => times.Order().ElementAt((int)Math.Ceiling(0.95 * times.Count) - 1);

    private static async Task OpenAsync(Uri address)
    {
        using var browser = new HttpClient { BaseAddress = address };
        var html = await browser.GetStringAsync(Page);
        using var form = new FormUrlEncodedContent(
            [new("__RequestVerificationToken", Token().Match(html).Groups[1].Value), new("action", "start")]);
        using var started = await browser.PostAsync(Page, form);
        started.EnsureSuccessStatusCode();
        while (!(await browser.GetStringAsync(Page + "?part=status")).Contains("data-phase=\"running\"", StringComparison.Ordinal))
        {
            await Task.Delay(200);
        }
    }

    // Its port and its secret path are only on its command line and in its temporary file.
    private static Uri Own()
    {
        var arguments = Directory.EnumerateDirectories("/proc")
            .Where(process => int.TryParse(Path.GetFileName(process), CultureInfo.InvariantCulture, out _))
            .Select(process => Read(Path.Join(process, "cmdline")).Split('\0'))
            .Last(words => words.Contains("--path_prefix") && !words.Contains("--watch-tensorboard"));
        string Of(string name) => arguments[Array.IndexOf(arguments, name) + 1];
        var info = Directory.EnumerateFiles(Path.Join(Path.GetDirectoryName(Of("--logdir")), "tmp", ".tensorboard-info")).Single();
        return new Uri($"http://127.0.0.1:{Port().Match(File.ReadAllText(info)).Groups[1].Value}{Of("--path_prefix")}/");
    }

    private static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (IOException)
        {
            return "";
        }
    }

    [GeneratedRegex("__RequestVerificationToken\"[^>]* value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("\"port\": (\\d+)")]
    private static partial Regex Port();
}
