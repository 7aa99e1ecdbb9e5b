using System.Globalization;

namespace Sacredboard.Benchmarks.Http;

/// <summary>The figures as a Markdown table.</summary>
internal static class Report
{
    public static void Head()
    {
        Console.WriteLine("| work | p50 ms | p95 ms | server's CPU ms | bytes on the wire |");
        Console.WriteLine("| --- | --- | --- | --- | --- |");
    }

    /// <summary>Asks a few times to warm up, then <paramref name="repeats"/> times one after the other.</summary>
    public static async Task TimesAsync(Server server, string work, Func<Task<Answer>> ask, int repeats = 60, int warmups = 5)
    {
        for (var i = 0; i < warmups; i++)
        {
            await ask();
        }

        var answers = new List<Answer>();
        var before = server.Cpu;
        for (var i = 0; i < repeats; i++)
        {
            answers.Add(await ask());
        }

        Line(work, answers, (server.Cpu - before) / repeats);
    }

    /// <param name="work">What was done.</param>
    /// <param name="answers">How it went.</param>
    /// <param name="cpu">Of the server for one answer; little else disturbs it on a busy machine.</param>
    public static void Line(string work, IReadOnlyList<Answer> answers, TimeSpan? cpu = null)
    {
        var times = answers.Select(answer => answer.Milliseconds).Order().ToList();
        var p95 = times[(int)Math.Ceiling(0.95 * times.Count) - 1];
        Write($"| {work} | {times[times.Count / 2]:F1} | {p95:F1} | {cpu?.TotalMilliseconds:F1} | {answers[^1].Bytes:N0} |");
    }

    /// <summary>One figure that is no time of a request.</summary>
    public static void Figure(string work, FormattableString figure) => Write($"| {work} | {figure.ToString(CultureInfo.InvariantCulture)} | | | |");

    private static void Write(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
