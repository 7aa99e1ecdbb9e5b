using Sacredboard.Data.Catalog.Snapshots;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Metrics;
using Sacredboard.Data.Queries.Language;

namespace Sacredboard.Data.Queries.Evaluation;

/// <summary>
/// Finds config values by their bare name: a name that no run has at the first level is taken from a deeper path if there is
/// exactly one with it, and one that no config has from the metric of that name. Collects notes for the user.
/// </summary>
internal sealed class FieldResolver(CatalogContent content, KnownFields known)
{
    private const int MaxListed = 4;

    private readonly List<QueryNote> _notes = [];

    public IReadOnlyList<QueryNote> Notes => _notes;

    /// <summary>The same field, unless its name stands for exactly one deeper path, or for a metric.</summary>
    public RunField Resolve(RunField run)
    {
        if (run.OwnField is { IsOfSome: true } some && known.Has(run.Path) && !content.Runs.Any(other => other.Text(some) is not null))
        {
            return RunField.Config(some.Name);
        }

        if (!IsLookedFor(run) || known.Has(run.Path))
        {
            return run;
        }

        var deeper = known.Has([run.Path[0]]) ? [] : known.Deeper(run.Path[0]);
        return deeper.Count switch
        {
            0 => known.Metric(run) ?? run,
            1 => RunField.Config([.. deeper[0].Path, .. run.Path.Skip(1)]),
            _ => run,
        };
    }

    /// <summary>The same for a field of a query, with a note when the path is not the typed one or no run has it.</summary>
    public RunField Resolve(QueryField field, RunField run)
    {
        var resolved = field.IsRooted ? run : Resolve(run);
        if (resolved.Root == FieldRoot.Metric && run.Root != FieldRoot.Metric)
        {
            Note(field, $"{run} is a metric: its last value is taken, as {resolved}", Others(resolved));
        }
        else if (resolved != run)
        {
            Note(field, $"{run} is taken from {resolved}", known.Metric(run) is { } metric ? [metric.ToString(), .. Others(metric)] : []);
        }
        else if (IsLookedFor(run) && !known.Has(run.Path))
        {
            NoteMissing(field, run);
        }

        return resolved;
    }

    private bool IsLookedFor(RunField run) => run.Root == FieldRoot.Config && content.Runs.Count > 0;

    private static IEnumerable<string> Others(RunField metric) =>
        MetricGoal.Statistics(metric.Path[0])
            .Where(statistic => statistic is MetricStatistic.Min or MetricStatistic.Max)
            .Select(statistic => RunField.Metric(metric.Path[0], statistic).ToString());

    private void NoteMissing(QueryField field, RunField run)
    {
        IReadOnlyList<RunField> deeper = field.IsRooted || known.Has([run.Path[0]]) ? [] : known.Deeper(run.Path[0]);
        var metric = known.Metric(run)?.ToString();
        if (deeper.Count > 1)
        {
            var listed = deeper.Select(path => path.ToString()).Order(StringComparer.Ordinal).ToList();
            Note(
                field,
                $"{run} is at {deeper.Count} paths: "
                    + $"{string.Join(", ", listed.Take(MaxListed))}{(listed.Count > MaxListed ? ", …" : "")}; write one of them in full",
                [listed[0], .. metric is null ? (string[])[] : [metric]],
                isMissing: true);
        }
        else
        {
            Note(field, $"No run has a config value {run}", metric is null ? known.Guess(run) : [metric], isMissing: true);
        }
    }

    private void Note(QueryField field, string message, IEnumerable<string> suggestions, bool isMissing = false)
    {
        if (!_notes.Exists(note => note.Message == message))
        {
            _notes.Add(QueryNote.At(field.Span, message, field.IsKind ? [] : [.. suggestions]) with { IsMissing = isMissing });
        }
    }
}
