using System.Text.Json;
using Sacredboard.Data.Runs;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Stores;

/// <summary>What Python found of one run in the storage.</summary>
public sealed class ExpectedRun(JsonElement run)
{
    public RunId Id { get; } = (run.GetProperty("id_type").GetString(), run.GetProperty("id")) switch
    {
        ("null", _) => RunId.Null,
        ("string", var id) => RunId.Of(id.GetString()!),
        ("objectId", var id) => RunId.OfObjectId(id.GetProperty("$oid").GetString()!),
        ("uuid", var id) => RunId.OfUuid(id.GetProperty("$uuid").GetGuid()),
        ("double", var id) => RunId.Of(id.GetDouble()),
        var (_, id) => RunId.Of(id.GetInt64()),
    };

    public JsonElement this[string name] => run.TryGetProperty(name, out var value) ? value : default;

    /// <summary>The text of a field, also of one that is a number; null when it is of another type.</summary>
    public string? Text(string name) => this[name] switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        _ => null,
    };

    public IEnumerable<JsonElement> List(string name) => this[name] is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    public override string ToString() => $"run {Id} ({Id.Kind})";

    /// <summary>The runs of a file in TestData/expected, in stored order (oldest first).</summary>
    /// <param name="path">Names of members down to the list.</param>
    public static IReadOnlyList<ExpectedRun> Load(string file, params string[] path)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(TestFiles.Path("expected", file)));
        var list = path.Aggregate(document.RootElement, (element, name) => element.GetProperty(name));
        return [.. list.Clone().EnumerateArray().Select(run => new ExpectedRun(run))];
    }
}
