using System.Globalization;

namespace Sacredboard.Benchmarks.Http;

/// <summary>Prints the results as a Markdown table.</summary>
internal static class Report
{
    public static void Head()
    {
        Console.WriteLine("| work | p50 ms | p95 ms | server's CPU ms | bytes on the wire |");
        Console.WriteLine("| --- | --- | --- | --- | --- |");
    }

    /// <summary>Sends a few requests to warm up, then <paramref name="repeats"/> requests one after the other.</summary>
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

    /// <param name="work">Name of the measured work.</param>
    /// <param name="answers">The responses.</param>
    /// <param name="cpu">The server's processor time per response, which a busy machine disturbs little.</param>
    public static void Line(string work, IReadOnlyList<Answer> answers, TimeSpan? cpu = null)
    {
        var times = answers.Select(answer => answer.Milliseconds).Order().ToList();
        var p95 = times[(int)Math.Ceiling(0.95 * times.Count) - 1];
        Write($"| {work} | {times[times.Count / 2]:F1} | {p95:F1} | {cpu?.TotalMilliseconds:F1} | {answers[^1].Bytes:N0} |");
    }

    /// <summary>One result that is not a response time.</summary>
    public static void Figure(string work, FormattableString figure) =>
        Write($"| {work} | {figure.ToString(CultureInfo.InvariantCulture)} | | | |");

    private static void Write(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
