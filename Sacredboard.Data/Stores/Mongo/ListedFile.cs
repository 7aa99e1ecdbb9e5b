using Sacredboard.Data.Runs;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Stores.Mongo;

/// <summary>A file as a run document lists it, before it is looked up in GridFS.</summary>
/// <param name="Name">The listed name; null when there is none.</param>
/// <param name="FileId">The <c>_id</c> in GridFS, or null.</param>
/// <param name="Md5">Set instead of an id: the file is then found by name (a path) and md5.</param>
/// <param name="Text">The content: Sacred 0.5 stored the main file in the run document; else null.</param>
internal sealed record ListedFile(RunFileKind Kind, int Index, string? Name, RunId? FileId, string? Md5, string? Text = null)
{
    public string Id => $"{Kind.ToString().ToLowerInvariant()}-{Index}";

    public static IEnumerable<ListedFile> Of(SacredObject run) =>
    [
        .. List(run["artifacts"]).Select(Artifact),
        .. List((run["experiment"] as SacredObject)?["sources"]).Select((item, index) => Pair(RunFileKind.Source, item, index)),
        .. MainFile(run),
        .. List(run["resources"]).Select((item, index) => Pair(RunFileKind.Resource, item, index)),
    ];

    // {name, file_id}; Sacred 0.6 stored only the id.
    private static ListedFile Artifact(SacredValue item, int index) => item switch
    {
        SacredObject fields when fields["py/tuple"] is null =>
            new(RunFileKind.Artifact, index, TextOf(fields["name"]), FileIdOf(fields["file_id"]), null),
        SacredTyped => new(RunFileKind.Artifact, index, null, FileIdOf(item), null),
        SacredText name => new(RunFileKind.Artifact, index, name.Value, null, null),
        _ => Pair(RunFileKind.Artifact, item, index),
    };

    // [path, ObjectId] or [path, md5], as a list or tuple.
    private static ListedFile Pair(RunFileKind kind, SacredValue item, int index)
    {
        var parts = List(item as SacredList ?? (item as SacredObject)?["py/tuple"]);
        var reference = parts.ElementAtOrDefault(1);
        return new(
            kind,
            index,
            TextOf(parts.Count == 0 ? item : parts[0]),
            reference is SacredTyped ? FileIdOf(reference) : null,
            TextOf(reference));
    }

    private static IEnumerable<ListedFile> MainFile(SacredObject run) => run["source"] is SacredText source
        ? [new(RunFileKind.Source, 0, TextOf((run["experiment_info"] as SacredObject)?["mainfile"]) ?? "main.py", null, null, source.Value)]
        : [];

    private static IReadOnlyList<SacredValue> List(SacredValue? value) => (value as SacredList)?.Items ?? [];

    private static RunId? FileIdOf(SacredValue? value) => value switch
    {
        SacredTyped { TypeName: "bson.ObjectId", Value: SacredText hex } => RunId.OfObjectId(hex.Value),
        SacredText text => RunId.Of(text.Value),
        SacredInteger number when number.Value >= long.MinValue && number.Value <= long.MaxValue => RunId.Of((long)number.Value),
        _ => null,
    };

    private static string? TextOf(SacredValue? value) => (value as SacredText)?.Value;
}
