using Sacredboard.Data.Catalog.Snapshots;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Metrics;
using Sacredboard.Data.Queries.Columns;
using Sacredboard.Data.Queries.Evaluation;
using Sacredboard.Data.Queries.Language;
using Sacredboard.Data.Stores;

namespace Sacredboard.Data.Queries.Suggesting;

/// <summary>Knows how queries on one snapshot can go on. Safe for concurrent use.</summary>
internal sealed class Suggester(CatalogContent content)
{
    private const int Most = 40;

    private readonly SnapshotValues _values = new(content.Runs);
    private readonly Lazy<FieldNames> _fields = new(() => FieldNames.Of(ColumnListing.Of(content)));

    /// <summary>The one that all snapshots of this content share.</summary>
    public static Suggester Of(CatalogContent content) => content.Memo.Keep(null, () => new Suggester(content));

    /// <param name="text">As far as it is written.</param>
    /// <param name="at">Where the caret stands; what is outside of the text is taken to its end.</param>
    /// <param name="metrics">The names of metrics, as far as they are known; null while they are not.</param>
    public SuggestionList Suggest(string text, int at, IReadOnlyList<MetricName>? metrics)
    {
        at = Math.Clamp(at, 0, text.Length);
        var cursor = QueryCursor.At(text, at);
        var names = new MetricSuggestions(metrics ?? []);
        var items = cursor.Expected == QueryExpectation.Metric ? names.Inside(text[..cursor.Span.Start], cursor.Typed, Most) : Items(cursor, names);
        return new(cursor.Span.Start, EndOf(text, at, cursor.Span), [.. items.Take(Most)])
        {
            LacksMetrics = metrics is null && cursor.Expected == QueryExpectation.Metric,
        };
    }

    /// <summary>Makes what the first suggestions would have to wait for, and has their code compiled.</summary>
    public void Warm()
    {
        _values.Warm();
        foreach (var text in (string[])["", "st", "status ", "status = ", "result > ", "status = failed l"])
        {
            Suggest(text, text.Length, null);
        }
    }

    // What is typed may go on behind the caret; but quotes and parentheses that are open reach further than anybody means.
    private static int EndOf(string text, int at, QuerySpan span) =>
        text.AsSpan(at, span.End - at) is var rest && rest.IndexOfAny(" \t()") is >= 0 and var stop ? at + stop : span.End;

    private IEnumerable<Suggestion> Items(QueryCursor cursor, MetricSuggestions metrics)
    {
        var (expected, typed) = (cursor.Expected, cursor.Typed);
        var items = Enumerable.Empty<Suggestion>();
        if (expected.HasFlag(QueryExpectation.Operator))
        {
            if (cursor.Field is { IsKind: false, Run: { Root: not FieldRoot.Metric } field })
            {
                // The next thing to be typed is one of its values: of 100,000 runs it takes a moment to find them.
                _values.Prepare(field);
            }

            items = items.Concat(Operators(cursor));
        }

        if (expected.HasFlag(QueryExpectation.Connective))
        {
            items = items.Concat(Like(LanguageSuggestions.Joints, typed));
        }

        // Behind a term the next one is offered when somebody begins it: a list of all fields would hide and, or and the operators.
        if (expected == QueryExpectation.Term || (expected.HasFlag(QueryExpectation.Term) && typed.Length > 0))
        {
            items = items.Concat(Terms(typed, metrics));
        }

        return expected switch
        {
            QueryExpectation.Value => Values(cursor),
            QueryExpectation.Field => Fields(typed, ") "),
            _ => items,
        };
    }

    private IEnumerable<Suggestion> Terms(string typed, MetricSuggestions metrics)
    {
        var functions = Like([.. LanguageSuggestions.Statistics, .. LanguageSuggestions.Functions, LanguageSuggestions.Not], typed);
        return typed.Length == 0 ? Fields(typed, " ").Take(Most - 13).Concat(functions) : functions.Take(3).Concat(Fields(typed, " ").Take(Most - 12)).Concat(metrics.Like(typed));
    }

    private IEnumerable<Suggestion> Fields(string typed, string after) =>
        _fields.Value.Like(typed, Most).Select(field => field with { After = after });

    private static IEnumerable<Suggestion> Operators(QueryCursor cursor) => cursor.Field switch
    {
        { IsKind: true } => Like(LanguageSuggestions.KindOperators, cursor.Typed),
        { Run: { Root: FieldRoot.Config, Path: ["in"] } } => [LanguageSuggestions.List],
        _ => Like(LanguageSuggestions.Operators, cursor.Typed),
    };

    private IEnumerable<Suggestion> Values(QueryCursor cursor)
    {
        var after = cursor.Operator is { } op && op.TakesList() ? "" : " ";
        var values = cursor.Field switch
        {
            { IsKind: true } => Like(LanguageSuggestions.Kinds, cursor.Typed),
            { Run: { Root: not FieldRoot.Metric } field } => Values(field, cursor.Typed),
            _ => [],
        };
        return values.Select(value => value with { After = after });
    }

    private IEnumerable<Suggestion> Values(RunField field, string typed) => field.OwnField?.Kind switch
    {
        OwnKind.Time => Like(LanguageSuggestions.Times, typed),
        OwnKind.Duration => Like(LanguageSuggestions.Durations, typed),
        _ => _values.Of(new FieldResolver(content).Resolve(field)).Like(typed, Most),
    };

    private static IEnumerable<Suggestion> Like(IReadOnlyList<Suggestion> words, string typed) =>
        words.Where(word => word.Text.StartsWith(typed, StringComparison.OrdinalIgnoreCase));
}
