using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sacredboard.Data.Runs;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Queries.Language.Corpus;

/// <summary>A run of the samples as the questions see one: what filestorage.json says, and of what it leaves out run.json.</summary>
public sealed class SampleDocument
{
    private readonly JsonObject _truth;

    private SampleDocument(JsonObject truth)
    {
        _truth = truth;
        var stored = JsonNode.Parse(File.ReadAllBytes(Path.Combine(SampleRuns.Directory, (string)truth["id"]!, "run.json")))!.AsObject();
        Root = new JsonObject { ["_id"] = Copy("id") };
        foreach (var field in truth["fields"]!.AsArray().Select(field => (string)field!).Where(truth.ContainsKey))
        {
            Root[field] = Copy(field);
        }

        Root["config"] = Copy("config");
        Root["host"] = new JsonObject { ["hostname"] = Copy("host") };
        Root["meta"] = stored["meta"]!.DeepClone();
        Root["experiment"] = new JsonObject
        {
            ["name"] = Copy("experiment"),
            ["dependencies"] = stored["experiment"]!["dependencies"]!.DeepClone()
        };
        JsonNode? Copy(string field) => truth[field]?.DeepClone();
    }

    public RunId Id => RunId.Of((string)_truth["id"]!);

    public JsonObject Root { get; }

    /// <summary>A statistic; null when there is none.</summary>
    public double? Metric(string name, string figure)
    {
        var metric = _truth["metrics"]!.AsArray().FirstOrDefault(metric => (string)metric!["name"]! == name);
        return metric?[figure] is JsonObject special
            ? double.Parse((string)special["$numberDouble"]!, CultureInfo.InvariantCulture)
            : (double?)metric?[figure];
    }

    public static IReadOnlyList<SampleDocument> LoadAll() =>
        [.. JsonNode.Parse(File.ReadAllBytes(TestFiles.Path("expected", "filestorage.json")))!["runs"]!.AsArray()
            .Select(run => new SampleDocument(run!.AsObject()))];
}
