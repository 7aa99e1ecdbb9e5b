using System.Text.Json;
using Sacredboard.Data.Runs;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Queries.Language.Corpus;

/// <summary>
/// One of the questions of queries.json: words, a neutral tree of conditions, and the ids that Python found to answer it.
/// </summary>
public sealed class CorpusQuestion(JsonElement question)
{
    private static readonly string[] NotInCatalog = ["captured_out", "fail_trace"];

    public string Words { get; } = question.GetProperty("question").GetString()!;

    public JsonElement Where { get; } = question.GetProperty("where");

    /// <summary>In the language.</summary>
    public string Query { get; } = QuestionTranslator.Translate(question.GetProperty("where"));

    /// <summary>A numpy scalar counts as its number.</summary>
    public IReadOnlySet<RunId> Ids { get; } =
        (question.TryGetProperty("ids_decoded", out var decoded) ? decoded : question.GetProperty("ids"))
            .EnumerateArray()
            .Select(Id)
            .ToHashSet();

    /// <summary>As MongoDB answers it: what jsonpickle wrote as an object is one.</summary>
    public IReadOnlySet<RunId> StoredIds { get; } = question.GetProperty("ids").EnumerateArray().Select(Id).ToHashSet();

    /// <summary>False for what asks for the output or the traceback.</summary>
    public bool CanBeAsked => !NotInCatalog.Any(name => Where.GetRawText().Contains($"\"{name}\"", StringComparison.Ordinal));

    public static IReadOnlyList<CorpusQuestion> All { get; } = Load();

    public override string ToString() => $"{Words}: {Query}";

    /// <summary>An id in relaxed extended JSON.</summary>
    public static RunId Id(JsonElement id) => id.ValueKind switch
    {
        JsonValueKind.Null => RunId.Null,
        JsonValueKind.String => RunId.Of(id.GetString()!),
        JsonValueKind.Number => id.TryGetInt64(out var whole) ? RunId.Of(whole) : RunId.Of(id.GetDouble()),
        _ => id.TryGetProperty("$oid", out var hex) ? RunId.OfObjectId(hex.GetString()!) : RunId.OfUuid(id.GetProperty("$uuid").GetGuid()),
    };

    private static CorpusQuestion[] Load()
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(TestFiles.Path("expected", "queries.json")));
        return [.. document.RootElement.GetProperty("queries").Clone().EnumerateArray().Select(question => new CorpusQuestion(question))];
    }
}
