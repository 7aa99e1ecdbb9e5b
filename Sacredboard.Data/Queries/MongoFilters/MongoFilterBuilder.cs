using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries.Language;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Queries.MongoFilters;

/// <summary>
/// Translates a query to MongoDB's language. Conditions that it cannot express (metrics, durations, words anywhere) are left out with a
/// remark, so that the filter finds more runs than the query, never fewer.
/// </summary>
public sealed class MongoFilterBuilder
{
    private readonly DateTimeOffset _now;
    private readonly List<string> _remarks = [];

    private MongoFilterBuilder(DateTimeOffset now) => _now = now;

    /// <param name="query">The query, with config paths in full.</param>
    /// <param name="statuses">Status words as shown; empty for all.</param>
    /// <param name="sort">The order; empty for newest first.</param>
    /// <param name="now">The time for relative times.</param>
    public static MongoFilter Build(QueryNode query, IReadOnlyList<string> statuses, IReadOnlyList<RunSort> sort, DateTimeOffset now)
    {
        var builder = new MongoFilterBuilder(now);
        var terms = new List<SacredObject>();
        if (statuses.Count > 0)
        {
            terms.Add(builder.Statuses([.. statuses], positive: true).Filter!);
        }

        foreach (var term in query.Conjuncts)
        {
            var translation = builder.Translate(term, positive: true);
            if (translation.Filter is { } filter)
            {
                terms.Add(filter);
            }
            else
            {
                builder.Remark($"Left out: {term} ({translation.Why})");
            }
        }

        return new(MongoTerms.All(terms), builder.Sort(sort), builder._remarks);
    }

    /// <param name="node">The part of the query.</param>
    /// <param name="positive">False below a <c>not</c>, where finding more runs means finding fewer in all.</param>
    private Translation Translate(QueryNode node, bool positive) => node switch
    {
        QueryAnd all => Translation.Join(all.Terms.Select(term => Translate(term, positive)), MongoTerms.All),
        QueryOr any => Translation.Join(any.Terms.Select(term => Translate(term, positive)), MongoTerms.Any),
        QueryNot not => Translate(not.Term, !positive).Then(MongoTerms.Not),
        QueryWord { Text: "" } => SacredObject.Empty,
        QueryCondition condition => Translate(condition, positive),
        _ => Translation.Impossible("MongoDB cannot look for a word everywhere"),
    };

    private Translation Translate(QueryCondition condition, bool positive) => condition.Operator switch
    {
        QueryOperator.NotEqual => Not(condition, QueryOperator.Equal, positive),
        QueryOperator.NotIn => Not(condition, QueryOperator.In, positive),
        QueryOperator.MatchesNot => Not(condition, QueryOperator.Matches, positive),
        QueryOperator.Missing => Not(condition, QueryOperator.Exists, positive),
        _ => condition.Field switch
        {
            { Run: null, Document: var keys } => Test(MongoPath.OfKeys(keys), condition),
            { Run: { Root: FieldRoot.Metric } } => Translation.Impossible("metrics lie in a collection of their own"),
            { Run.OwnField: { } own, IsKind: false } => Own(own, condition, positive),
            { Run: { } field } => Test(MongoPath.Of(field), condition),
        },
    };

    private Translation Not(QueryCondition condition, QueryOperator op, bool positive) =>
        Translate(condition with { Operator = op }, !positive).Then(MongoTerms.Not);

    private Translation Test(MongoPath? path, QueryCondition condition) =>
        path is { } known
            ? MongoTests.Of(known, condition, _now)
            : Translation.Impossible("a key with a dot or a dollar, or an empty one, cannot be named in a filter");

    private Translation Own(OwnField field, QueryCondition condition, bool positive) => field.Kind switch
    {
        OwnKind.Id => MongoIds.Of(condition, _now),
        OwnKind.Status when condition.Operator is QueryOperator.Equal or QueryOperator.In or QueryOperator.Same =>
            Statuses([.. condition.Values.Select(value => value.Kind == QueryValueKind.Null ? null : value.Text)], positive),
        OwnKind.Status when condition.Operator is not QueryOperator.Exists => Translation.Impossible("whether a run is dead is not stored"),
        OwnKind.Tags => MongoTags.Of(condition, _now),
        _ when field.NotStored is { } why => Translation.Impossible(why),
        _ => AtFirst(MongoPath.OfOwn(field), field.SkipsEmpty ? [SacredNull.Value, new SacredText("")] : [SacredNull.Value], condition),
    };

    /// <summary>A condition on the first of several paths that has a value.</summary>
    /// <param name="none">Values that count as none.</param>
    private Translation AtFirst(IReadOnlyList<MongoPath> paths, IReadOnlyList<SacredValue> none, QueryCondition condition)
    {
        var tests = paths.Select(path => MongoTests.Of(path, condition, _now));
        var isOfNone = condition.Operator is QueryOperator.Equal or QueryOperator.In
            && condition.Values.Any(value => value.Kind == QueryValueKind.Null);
        return isOfNone
            ? Translation.Join(tests, MongoTerms.All)
            : Translation.Join(
                tests,
                terms => MongoTerms.Any([.. terms.Select((term, place) => MongoTerms.All([.. paths.Take(place).Select(IsNone), term]))]));

        SacredObject IsNone(MongoPath path) => MongoTerms.IsAny(path.Path, none);
    }

    private Translation Statuses(IReadOnlyList<string?> words, bool positive)
    {
        if (words.Any(MongoStatuses.IsOfLiveness))
        {
            if (!positive)
            {
                return Translation.Impossible("whether a run is dead is not stored");
            }

            Remark("Whether a run is dead is not stored: all that are RUNNING in the database are found");
        }

        return MongoStatuses.Of(words);
    }

    private IReadOnlyList<(string, bool)> Sort(IReadOnlyList<RunSort> sort)
    {
        var levels = sort.Count == 0 ? [new RunSort(OwnFields.Started.Field, true)] : sort;
        var known = levels.TakeWhile(level => MongoPath.Of(level.Field) is not null).ToList();
        if (known.Count < levels.Count)
        {
            Remark($"Not sorted by {levels[known.Count].Field}, which MongoDB cannot");
        }

        if (known.Any(level => !level.Descending))
        {
            Remark("MongoDB puts runs without a value first");
        }

        return [.. known.Select(level => (MongoPath.Of(level.Field)!.Value.Path, level.Descending))];
    }

    private void Remark(string remark)
    {
        if (!_remarks.Contains(remark))
        {
            _remarks.Add(remark);
        }
    }
}
