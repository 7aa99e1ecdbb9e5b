using Sacredboard.Data.Catalog.Snapshots;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Metrics;
using Sacredboard.Data.Queries.Columns;
using Sacredboard.Data.Queries.Evaluation;
using Sacredboard.Data.Queries.Language;
using Sacredboard.Data.Stores;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Queries.Suggesting;

/// <summary>Suggests how to continue queries on one snapshot. Safe for concurrent use.</summary>
internal sealed class Suggester(CatalogContent content)
{
    private const int MaxItems = 40;

    private readonly SnapshotValues _values = new(content.Runs);
    private readonly Lazy<FieldNames> _fields = new(() => FieldNames.Of(ColumnListing.Of(content)));

    /// <summary>The instance for all snapshots with this content.</summary>
    public static Suggester Of(CatalogContent content) => content.Memo.Keep(null, () => new Suggester(content));

    /// <param name="text">The query so far.</param>
    /// <param name="at">Position of the caret in UTF-16 units, clamped to the text.</param>
    /// <param name="metrics">The names of metrics; null while they are not known.</param>
    public SuggestionList Suggest(string text, int at, IReadOnlyList<MetricName>? metrics)
    {
        at = Math.Clamp(at, 0, text.Length);
        var cursor = QueryCursor.At(text, at);
        var names = new MetricSuggestions(metrics ?? []);
        var items = cursor.Expected == QueryExpectation.Metric
            ? names.Inside(text[..cursor.Span.Start], cursor.Typed, MaxItems)
            : Items(cursor, names);
        return new(cursor.Span.Start, EndOf(text, at, cursor.Span), [.. items.Take(MaxItems)])
        {
            LacksMetrics = metrics is null && cursor.Expected == QueryExpectation.Metric,
        };
    }

    /// <summary>Prepares the data of the first suggestions and compiles their code.</summary>
    public void Warm()
    {
        _values.Warm();
        foreach (var text in (string[])["", "st", "status ", "status = ", "result > ", "status = failed l"])
        {
            Suggest(text, text.Length, null);
        }
    }

    // The replaced text may continue after the caret, but open quotes and parentheses would reach too far.
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
                // A value of the field is typed next, and finding the values of 100,000 runs takes a moment.
                _values.Prepare(field);
            }

            items = items.Concat(Operators(cursor, metrics));
        }

        if (expected.HasFlag(QueryExpectation.Connective))
        {
            items = items.Concat(Like(LanguageSuggestions.Connectives, typed));
        }

        // After a term, fields are suggested only once one is begun: all of them would hide and, or and the operators.
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
        return typed.Length == 0
            ? Fields(typed, " ").Take(MaxItems - 13).Concat(functions)
            : functions.Take(3).Concat(Fields(typed, " ").Take(MaxItems - 12)).Concat(metrics.Like(typed));
    }

    private IEnumerable<Suggestion> Fields(string typed, string after) =>
        _fields.Value.Like(typed, MaxItems).Select(field => field with { After = after });

    private IEnumerable<Suggestion> Operators(QueryCursor cursor, MetricSuggestions metrics) => cursor.Field switch
    {
        { IsKind: true } => Like(LanguageSuggestions.KindOperators, cursor.Typed),
        { Run: { Root: FieldRoot.Config, Path: ["in"] } } => [LanguageSuggestions.List],
        var field => Like(OperatorsOf(field?.Run, metrics), cursor.Typed),
    };

    private IReadOnlyList<Suggestion> OperatorsOf(RunField? field, MetricSuggestions metrics) =>
        Example(field) is { } example ? OperatorSuggestions.Of(field, example)
        : field is { Root: FieldRoot.Config } && metrics.Has(field) ? OperatorSuggestions.OfMetrics
        : OperatorSuggestions.Of(field, null);

    private SacredValue? Example(RunField? field) =>
        field is null ? null : _fields.Value.Example(new FieldResolver(content, new KnownFields(content, null)).Resolve(field));

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
        _ => _values.Of(new FieldResolver(content, new KnownFields(content, null)).Resolve(field)).Like(typed, MaxItems),
    };

    private static IEnumerable<Suggestion> Like(IReadOnlyList<Suggestion> words, string typed) =>
        words.Where(word => word.Text.StartsWith(typed, StringComparison.OrdinalIgnoreCase));
}
