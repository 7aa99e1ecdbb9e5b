using System.Globalization;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Web.Curves;

/// <summary>Runs whose curves are odd in many ways, and some that are like each other.</summary>
public sealed class CurvesBoard : FolderBoard
{
    public CurvesBoard()
    {
        for (var id = 1; id <= 6; id++)
        {
            var (lr, least) = (id <= 3 ? "0.1" : "0.2", id);
            var loss = Metric("loss", Enumerable.Range(0, 50), step => least + (1.0 / (step + 1)));
            Add($"{id}", $$"""{"lr": {{lr}}, "seed": {{id}}}""", loss);
        }

        string[] odd =
        [
            Values("loss", "[1, NaN, Infinity, \"x\", 5]", "[0, 1, 2, 3, 4]"),
            Values("<b>&\\u202e", "[1, 2]", "[0, 1]"),
            Values("\\ud800", "[1]", "[0]"),
        ];
        Add("odd", """{"lr": 0.3, "note": "<script>alert(1)</script>"}""", string.Join(", ", odd));
        Add("resumed", """{"lr": 0.3}""", Values("loss", "[5, 4, 3, 3.5, 2]", "[0, 1, 2, 1, 2]"));
        Add("long", """{"lr": 0.4}""", Metric("loss", Enumerable.Range(0, 30_000), step => Math.Sin(step / 50.0)));
        Add("plain", "{}", "");
    }

    private void Add(string id, string config, string metrics)
    {
        Folder.WriteOld(id, "run.json", $$"""
            {
              "status": "COMPLETED", "start_time": "2026-11-23T04:00:00", "stop_time": "2026-11-23T05:00:00",
              "experiment": {"name": "digits"}, "result": 0.5
            }
            """);
        Folder.WriteOld(id, "config.json", config);
        Folder.WriteOld(id, "metrics.json", "{" + metrics + "}");
    }

    private static string Metric(string name, IEnumerable<int> steps, Func<int, double> value) => Values(
        name,
        $"[{string.Join(',', steps.Select(step => value(step).ToString("R", CultureInfo.InvariantCulture)))}]",
        $"[{string.Join(',', steps)}]");

    private static string Values(string name, string values, string steps) =>
        $$"""
        "{{name}}": {"values": {{values}}, "steps": {{steps}}, "timestamps": [{{string.Join(',', Times(steps))}}]}
        """;

    private static IEnumerable<string> Times(string steps) => Enumerable.Range(0, steps.Split(',').Length)
        .Select(second => $"\"{new DateTime(2026, 11, 23, 4, 0, 10).AddSeconds(second):yyyy-MM-ddTHH:mm:ss}\"");
}
