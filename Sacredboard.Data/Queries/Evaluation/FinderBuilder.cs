using System.Text.RegularExpressions;
using Sacredboard.Data.Catalog.Columns;
using Sacredboard.Data.Catalog.Snapshots;
using Sacredboard.Data.Catalog.Statistics;
using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries.Language;

namespace Sacredboard.Data.Queries.Evaluation;

/// <summary>Builds the finder of a query.</summary>
internal sealed class FinderBuilder(CatalogContent content, StatisticsUse statistics, DateTimeOffset now, QueryTimeout timeout)
    : IDisposable
{
    private readonly FieldResolver _resolver = new(content, new KnownFields(content, statistics.Snapshot));
    private readonly List<ItemTests> _items = [];
    private readonly HashSet<RunField> _fields = [];

    /// <summary>The fields whose columns the finder reads.</summary>
    public IReadOnlyCollection<RunField> Fields => _fields;

    /// <summary>Notes on how the fields were read.</summary>
    public IReadOnlyList<QueryNote> Notes => _resolver.Notes;

    /// <summary>Gives back what the finders need.</summary>
    public void Dispose() => _items.ForEach(items => items.Dispose());

    public RunFinder Build(QueryNode node) => node switch
    {
        QueryAnd all => new AllFinder([.. all.Terms.Select(Build)]),
        QueryOr any => new AnyFinder([.. any.Terms.Select(Build)]),
        QueryNot not => new NotFinder(Build(not.Term)),
        QueryWord { Text: "" } => new AllFinder([]),
        QueryWord word => Find(new SearchWord(word.Text)),
        QueryCondition condition => Build(condition),
        _ => throw new InvalidOperationException($"A query has no {node.GetType().Name}."),
    };

    private RunFinder Build(QueryCondition condition) => condition.Operator switch
    {
        QueryOperator.NotEqual => Not(condition, QueryOperator.Equal),
        QueryOperator.MatchesNot => Not(condition, QueryOperator.Matches),
        QueryOperator.NotIn => Not(condition, QueryOperator.In),
        QueryOperator.Missing => Not(condition, QueryOperator.Exists),
        _ => Find(condition.Field, Test(condition)),
    };

    private NotFinder Not(QueryCondition condition, QueryOperator op) => new(Build(condition with { Operator = op }));

    private ValueTest Test(QueryCondition condition)
    {
        // Statuses ignore case, like the reserved words.
        var comparison = condition.Field is { Run.OwnField.Kind: OwnKind.Status, IsKind: false }
            ? StringComparison.OrdinalIgnoreCase
            : StringComparison.Ordinal;
        Operand[] operands = [.. condition.Values.Select(value =>
            new Operand(condition.Field.IsKind ? QueryValue.Of(value.Text) : value, now))];
        ValueTest test = condition.Operator switch
        {
            QueryOperator.Equal => new EqualTest(operands[0], comparison),
            QueryOperator.Same => new SameTest(operands[0], comparison),
            QueryOperator.Matches => new PatternTest(Pattern(condition.Values[0].Text), timeout),
            QueryOperator.Contains => new ContainsTest(condition.Values[0].Text),
            QueryOperator.Has => new HasTest(operands[0]),
            QueryOperator.In => new AnyTest([.. operands.Select(operand => new EqualTest(operand, comparison))]),
            QueryOperator.Exists => new ExistsTest(),
            _ => new OrderTest(condition.Operator, operands[0]),
        };
        return condition.Field.IsKind ? new KindTest(test) : test;
    }

    // A pattern with a fault does not get here: the query has an error then.
    private static Regex Pattern(string text) =>
        QueryPatterns.TryMake(text, out var pattern, out var fault, out _) ? pattern : throw new InvalidOperationException(fault);

    private RunFinder Find(QueryField field, ValueTest test) => field switch
    {
        { Run.OwnField: { } own } => FindOwn(own, test),
        { Run: { } run } => FindResolved(_resolver.Resolve(field, run), test),
        { Document: ["_id"] } => new IdFinder(test, exact: true),
        _ =>
            DocumentFields.TryTree(field.Document) is { } tree
                ? Column(tree, test)
                : new(DocumentFields.Column(field.Document), test, Items(test)),
    };

    private TextFinder Find(SearchWord word) => new(new WordFinder(word, Items(item => item.Contains(word))));

    private ItemTests Items(ValueTest test) => Items(item => item switch
    {
        PackedText text => test.Text(text.Value),
        PackedValue value => test.Is(value),
        _ => false,
    });

    private ItemTests Items(Func<PackedItem, bool> test)
    {
        var items = new ItemTests(content.Packed, test);
        _items.Add(items);
        return items;
    }

    private RunFinder FindResolved(RunField field, ValueTest test) =>
        field.Root == FieldRoot.Metric ? new MetricFinder(statistics.Column(field), test) : Column(field, test);

    private RunFinder FindOwn(OwnField field, ValueTest test) => field.Kind switch
    {
        OwnKind.Id => new IdFinder(test, exact: test is KindTest),
        OwnKind.Status => new StatusFinder(test),
        OwnKind.Duration => new DurationFinder(field.Field, test, now),
        OwnKind.Tags => new TagFinder(test, ofEach: test is PatternTest or ContainsTest),
        _ => Column(field.Field, test),
    };

    private ColumnFinder Column(RunField field, ValueTest test)
    {
        _fields.Add(field);
        return new(piece => ValueColumn.Of(piece, field), test, Items(test));
    }
}
