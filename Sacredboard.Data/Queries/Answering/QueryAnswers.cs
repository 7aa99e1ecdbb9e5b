using Sacredboard.Data.Catalog.Columns;
using Sacredboard.Data.Catalog.Snapshots;
using Sacredboard.Data.Catalog.Statistics;
using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries.Corrections;
using Sacredboard.Data.Queries.Evaluation;
using Sacredboard.Data.Queries.Language;
using Sacredboard.Data.Queries.Sorting;

namespace Sacredboard.Data.Queries.Answering;

/// <summary>
/// Answers queries on one snapshot and keeps the last answers; those that depend on no statistic are shared with the other snapshots of
/// the same runs, which come several times a second while statistics are read. Safe for concurrent use.
/// </summary>
internal sealed class QueryAnswers(CatalogContent content, SnapshotStatistics statistics, TimeProvider time)
{
    /// <summary>How long an order by duration is reused while runs go on.</summary>
    private const long DurationTicks = 5 * TimeSpan.TicksPerSecond;

    private readonly KeptAnswers _own = new();

    // A bare name may be that of a metric, so the names of metrics matter too.
    private readonly KeptAnswers _shared = content.Memo.Keep(statistics.LatestNames, () => new KeptAnswers());

    public QueryAnswer Find(RunQuery query)
    {
        var now = time.GetUtcNow();
        var parsed = QueryText.Parse(query.Text, query.Zone);
        var key = Key(query, parsed.Tree, now);
        if (_shared.Find(key) is { } shared)
        {
            return shared;
        }

        var answer = _own.GetOrAdd(key, () => Answer(query, parsed, now));
        if (answer.Metrics.Count > 0)
        {
            statistics.Use(answer.Metrics);
        }
        else if (answer.Error is null)
        {
            // An error may be that of a busy moment: patterns have a limit of time.
            _shared.GetOrAdd(key, () => answer);
        }

        return answer;
    }

    public void Warm()
    {
        content.Packed.TextRanks();
        ManyRuns.Each(content.Runs.Pieces, (_, piece) =>
        {
            SearchColumns.Of(piece);
            foreach (var root in RunFieldText.Roots.Values)
            {
                TreeValues.Of(piece, root);
            }
        });
    }

    private QueryAnswer Answer(RunQuery query, QueryText parsed, DateTimeOffset now)
    {
        var (runs, packed, used) = (content.Runs, content.Packed, new StatisticsUse(statistics));
        var filter = QueryFilter.Of(parsed, query.Sort, content, used, now, time);
        if (filter.Error is not null)
        {
            return new QueryAnswer([], [], []) { Error = filter.Error };
        }

        var matching = new MatchingRuns(runs, filter.Found, query.Statuses);
        var notes = filter.Notes;
        if (parsed.Tree is { } tree && runs.Count > 0)
        {
            (var error, notes) = Corrections(used, now).Of(query.Text, tree, notes, matching.Counts.IsEmpty && IsKnown(used));
            if (error is not null)
            {
                return new QueryAnswer([], [], []) { Error = error };
            }
        }

        var slots = new RunSorter(runs, packed, used, now).Sorted(matching.Slots(), query.Sort);
        return new QueryAnswer(slots, matching.Counts.ToList(), used.Fields) { Notes = notes };
    }

    private QueryCorrections Corrections(StatisticsUse used, DateTimeOffset now)
    {
        return new(content, new KnownFields(content, statistics), Matches);

        bool Matches(QueryNode part)
        {
            var found = QueryFilter.Of(new QueryText(part, null), [], content, used, now, time);
            return found.Error is not null || found.IsAny(content.Runs);
        }
    }

    // While statistics are still being read, no run matching says nothing.
    private bool IsKnown(StatisticsUse used) =>
        statistics.Progress(used.Fields, content.Runs.Count).All(progress => progress.IsComplete);

    private static string Key(RunQuery query, QueryNode? tree, DateTimeOffset now)
    {
        var sort = string.Join('\u0001', query.Sort.Select(level => (level.Descending ? "-" : "+") + level.Field));
        var moment = query.Sort.Any(level => level.Field.OwnField is { MovesWithTime: true }) ? now.Ticks / DurationTicks : 0;
        return string.Join(
            '\u0002',
            query.Text.Length,
            query.Text,
            string.Join('\u0001', query.Statuses),
            sort,
            moment,
            QueryTime.Key(tree, now),
            tree?.DependsOnZone == true ? query.Zone.Id : "");
    }
}

/// <param name="Slots">The slots of the matching runs, sorted.</param>
/// <param name="Statuses">Numbers of runs that match the text, by status.</param>
/// <param name="Metrics">The statistics that it depends on.</param>
internal sealed record QueryAnswer(int[] Slots, IReadOnlyList<StatusCount> Statuses, IReadOnlyList<RunField> Metrics)
{
    public QueryError? Error { get; init; }

    public IReadOnlyList<QueryNote> Notes { get; init; } = [];
}
