using Sacredboard.Data.Catalog.Snapshots;
using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries.Language;

namespace Sacredboard.Data.Queries.Evaluation;

/// <summary>
/// Finds config values by their bare name: a name that no run has at the first level is taken from a deeper path if there is
/// exactly one with it. Collects notes for the user.
/// </summary>
internal sealed class FieldResolver(CatalogContent content)
{
    private const int MaxListed = 4;

    private readonly List<QueryNote> _notes = [];
    private readonly PathTable _table = content.Packed.Paths;

    public IReadOnlyList<QueryNote> Notes => _notes;

    private IReadOnlySet<int> Paths => field ??= ConfigPaths.Of(content);

    /// <summary>The same field, unless its name stands for exactly one deeper path.</summary>
    public RunField Resolve(RunField run) =>
        IsLookedFor(run) && !Has([run.Path[0]]) && Deeper(run.Path[0]) is [var found]
            ? RunField.Config([.. _table.Keys(found), .. run.Path.Skip(1)])
            : run;

    /// <summary>The same for a field of a query, with a note when the path is not the typed one or no run has it.</summary>
    public RunField Resolve(QueryField field, RunField run)
    {
        var resolved = field.IsRooted ? run : Resolve(run);
        if (resolved != run)
        {
            Note(field, $"{run} is taken from {resolved}");
        }
        else if (IsLookedFor(run) && !Has(run.Path))
        {
            NoteMissing(field, run);
        }

        return resolved;
    }

    private bool IsLookedFor(RunField run) => run.Root == FieldRoot.Config && content.Runs.Count > 0;

    private void NoteMissing(QueryField field, RunField run)
    {
        List<int> deeper = field.IsRooted || Has([run.Path[0]]) ? [] : Deeper(run.Path[0]);
        if (deeper.Count > 1)
        {
            var listed = deeper.Select(path => RunField.Config(_table.Keys(path)).ToString()).Order(StringComparer.Ordinal).ToList();
            Note(
                field,
                $"{run} is at {deeper.Count} paths: "
                    + $"{string.Join(", ", listed.Take(MaxListed))}{(listed.Count > MaxListed ? ", …" : "")}; write one of them in full",
                listed[0]);
        }
        else
        {
            Note(field, $"No run has a config value {run}", NearestWord.To(run.ToString(), Known()));
        }
    }

    private void Note(QueryField field, string message, string? suggestion = null)
    {
        if (!_notes.Exists(note => note.Message == message))
        {
            _notes.Add(new(field.Span.Start, field.Span.Length, message, suggestion));
        }
    }

    // Paths end at lists.
    private bool Has(IReadOnlyList<string> keys)
    {
        var path = PathTable.Root;
        foreach (var key in keys)
        {
            if (!_table.TryChild(path, key, out var child) || !Paths.Contains(child))
            {
                return path != PathTable.Root && !Paths.Any(other => _table.Parent(other) == path);
            }

            path = child;
        }

        return true;
    }

    private List<int> Deeper(string name) =>
        [.. Paths.Where(path => _table.Parent(path) != PathTable.Root && _table.Key(path) == name)];

    private IEnumerable<string> Known() =>
        OwnFields.All.Select(field => field.Name).Concat(Paths.Select(path => RunField.Config(_table.Keys(path)).ToString()));
}
