using Sacredboard.Data.Catalog;
using Sacredboard.Data.Catalog.Packing;

namespace Sacredboard.Data.Querying.Language.Evaluation;

/// <summary>
/// Finds config values by their bare name: one that no run has at the first level, but that is at exactly one deeper path, is taken
/// from there. Notes what whoever asked should know.
/// </summary>
internal sealed class FieldResolver(RunList runs, PathTable table)
{
    private const int MostListed = 4;

    private readonly List<QueryNote> _notes = [];
    private readonly Lazy<HashSet<int>> _paths = new(() => ConfigPaths.Of(runs));

    public IReadOnlyList<QueryNote> Notes => _notes;

    /// <summary>The field that is meant.</summary>
    public RunField Resolve(QueryField field, RunField run)
    {
        if (run.Root != FieldRoot.Config || runs.Count == 0 || Has(run.Path))
        {
            return run;
        }

        var deeper = field.IsRooted || Has([run.Path[0]]) ? [] : Deeper(run.Path[0]);
        if (deeper is [var found])
        {
            var taken = RunField.Config([.. table.Keys(found), .. run.Path.Skip(1)]);
            Note(field, $"{run} is taken from {taken}");
            return taken;
        }

        if (deeper.Count > 1)
        {
            var listed = deeper.Select(path => RunField.Config(table.Keys(path)).ToString()).Order(StringComparer.Ordinal).ToList();
            Note(field, $"{run} is at {deeper.Count} paths: {string.Join(", ", listed.Take(MostListed))}{(listed.Count > MostListed ? ", …" : "")}; write the one that is meant", listed[0]);
        }
        else
        {
            Note(field, $"No run has a config value {run}", NearestWord.To(run.ToString(), Known()));
        }

        return run;
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
            if (!table.TryChild(path, key, out var child) || !_paths.Value.Contains(child))
            {
                return path != PathTable.Root && !_paths.Value.Any(other => table.Parent(other) == path);
            }

            path = child;
        }

        return true;
    }

    private List<int> Deeper(string name) =>
        [.. _paths.Value.Where(path => table.Parent(path) != PathTable.Root && table.Key(path) == name)];

    private IEnumerable<string> Known() =>
        RunField.OwnNames.Concat(_paths.Value.Select(path => RunField.Config(table.Keys(path)).ToString()));
}
