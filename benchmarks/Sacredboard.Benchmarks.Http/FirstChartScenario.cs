namespace Sacredboard.Benchmarks.Http;

/// <summary>The very first chart after a start, 350,000 points, asked for at once and a few seconds after all runs are loaded.</summary>
internal static class FirstChartScenario
{
    public static async Task RunAsync(string program, string mongo)
    {
        foreach (var (database, run) in ((string, int)[])[("s10k", 10001), ("s100k", 100001)])
        {
            foreach (var seconds in (int[])[0, 2, 5])
            {
                var answers = new List<Answer>();
                for (var i = 0; i < 3; i++)
                {
                    using var server = await Server.StartAsync(program, [$"{mongo}/{database}"]);
                    using var client = new Client(server.Address);
                    await server.UntilLoadedAsync(client);
                    await Task.Delay(TimeSpan.FromSeconds(seconds));
                    answers.Add(await client.GetAsync($"api/v1/{database}/runs/{run}/metrics/training.loss?columns=1000"));
                }

                Report.Line($"{database}: the very first chart, {seconds} s after all runs are loaded (3 starts)", answers);
            }
        }
    }
}
