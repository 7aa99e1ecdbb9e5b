using Sacredboard.Data.Catalog.Snapshots;
using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries.Language;

namespace Sacredboard.Data.Queries.Evaluation;

/// <summary>
/// Finds config values by their bare name: one that no run has at the first level, but that is at exactly one deeper path, is taken
/// from there. Notes what whoever asked should know.
/// </summary>
internal sealed class FieldResolver(CatalogContent content)
{
    private const int MostListed = 4;

    private readonly List<QueryNote> _notes = [];
    private readonly PathTable _table = content.Packed.Paths;

    public IReadOnlyList<QueryNote> Notes => _notes;

    private IReadOnlySet<int> Paths => ConfigPaths.Of(content);

    /// <summary>The field that is meant: the same one, unless its name stands for exactly one deeper path.</summary>
    public RunField Resolve(RunField run) =>
        IsLookedFor(run) && !Has([run.Path[0]]) && Deeper(run.Path[0]) is [var found]
            ? RunField.Config([.. _table.Keys(found), .. run.Path.Skip(1)])
            : run;

    /// <summary>The same of a field in a query: what may surprise is noted.</summary>
    public RunField Resolve(QueryField field, RunField run)
    {
        var meant = field.IsRooted ? run : Resolve(run);
        if (meant != run)
        {
            Note(field, $"{run} is taken from {meant}");
        }
        else if (IsLookedFor(run) && !Has(run.Path))
        {
            NoteMissing(field, run);
        }

        return meant;
    }

    private bool IsLookedFor(RunField run) => run.Root == FieldRoot.Config && content.Runs.Count > 0;

    private void NoteMissing(QueryField field, RunField run)
    {
        List<int> deeper = field.IsRooted || Has([run.Path[0]]) ? [] : Deeper(run.Path[0]);
        if (deeper.Count > 1)
        {
            var listed = deeper.Select(path => RunField.Config(_table.Keys(path)).ToString()).Order(StringComparer.Ordinal).ToList();
            Note(field, $"{run} is at {deeper.Count} paths: {string.Join(", ", listed.Take(MostListed))}{(listed.Count > MostListed ? ", …" : "")}; write the one that is meant", listed[0]);
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

    // Inside of a list there are no paths.
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
