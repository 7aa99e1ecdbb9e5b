using System.Text.Json;
using System.Text.Json.Nodes;
using Sacredboard.Data.Stores;
using Sacredboard.Data.Stores.TinyDb;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Stores.TinyDb;

/// <summary>The contract on runs that a TinyDbObserver recorded. Their metrics are the curves in their info.</summary>
public sealed class TinyDbContractTests : RunStoreContract
{
    protected override IRunMetrics Metrics => field ??= new InfoMetrics(Store, null, TimeProvider.System);

    protected override Task<(IRunStore Store, IReadOnlyList<ExpectedRun> Runs)> OpenAsync() => Task.FromResult(
        ((IRunStore)new TinyDbRunStore(TestFiles.Path("tinydb"), TimeProvider.System), Truth()));

    private static IReadOnlyList<ExpectedRun> Truth()
    {
        var truth = JsonNode.Parse(File.ReadAllBytes(TestFiles.Path("expected", "tinydb.json")))!["runs"]!.AsArray();
        return [.. truth.Select(run => run!.AsObject()).Select(run =>
        {
            foreach (var name in new[] { "start_time", "stop_time", "heartbeat" })
            {
                run[name] = run[name]?.GetValue<string>().Replace("{TinyDate}:", "", StringComparison.Ordinal);
            }

            var info = run["info"] as JsonObject ?? [];
            run["info_keys"] = new JsonArray([.. info.Select(member => member.Key).Order(StringComparer.Ordinal).Select(key => (JsonNode)key)]);
            // Python looked for metrics, of which there are none; the lists in the info are curves here.
            run["metrics"] = new JsonArray([.. Curves(info)]);
            return new ExpectedRun(JsonSerializer.SerializeToElement(run));
        })];
    }

    private static IEnumerable<JsonNode> Curves(JsonObject info) => info
        .Where(member => member.Value is JsonArray { Count: > 1 } list && list.All(item => item is JsonValue))
        .Select(member =>
        {
            var values = member.Value!.AsArray().Select(item => item!.GetValue<double>()).ToList();
            return (JsonNode)new JsonObject
            {
                ["name"] = "info:" + member.Key,
                ["count"] = values.Count,
                ["finite"] = values.Count,
                ["nan"] = 0,
                ["plus_inf"] = 0,
                ["minus_inf"] = 0,
                ["not_a_number_type"] = 0,
                ["min"] = values.Min(),
                ["max"] = values.Max(),
                ["mean"] = values.Average(),
                ["first"] = values[0],
                ["last"] = values[^1],
                ["last_finite"] = values[^1],
                ["first_step"] = 0,
                ["last_step"] = values.Count - 1,
            };
        });
}
