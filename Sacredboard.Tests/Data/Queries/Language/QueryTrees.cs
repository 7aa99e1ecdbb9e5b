using System.Numerics;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Metrics;
using Sacredboard.Data.Queries.Language;

namespace Sacredboard.Tests.Data.Queries.Language;

/// <summary>Any trees that a query can be.</summary>
public static class QueryTrees
{
    private static readonly Gen<string> Text = Gen.OneOf(
        ArbMap.Default.GeneratorFor<string>().Select(text => text ?? ""),
        Gen.Elements("and", "or", "not", "in", "has", "contains", "kind", "exists", "null", "true", "None", "nan", "-inf", "1e5", "007",
            "today", "-7d", "2h"),
        Gen.Elements("adam", "a b", "a\"b", "a\\", "\\\"", "'", "(x)", "x)", "<b>", "=", "~", "a,b", "lr", "2026-01-02", "2026-01-02 03:04",
            "ä", "\ud800", "\0", "&&", "!", ""));

    private static readonly Gen<string[]> Keys = Text.NonEmptyListOf().Select(keys => keys.Take(3).ToArray());

    private static readonly Gen<QueryField> Field = Gen.OneOf(
        Gen.Elements("status", "id", "experiment", "command", "host", "result", "comment", "notes", "tags", "failure")
            .Select(name => QueryField.Of(RunField.Own(name))),
        Keys.Select(keys => QueryField.Of(RunField.Config(keys))),
        Keys.Select(keys => QueryField.Of(RunField.Config(keys)) with { IsRooted = true }),
        Gen.Elements(FieldRoot.Info, FieldRoot.Host, FieldRoot.Meta, FieldRoot.Result)
            .SelectMany(root => Keys.Select(keys => QueryField.Of(new RunField { Root = root, Path = keys }))),
        Text.SelectMany(name =>
            Gen.Elements(MetricStatistic.Last, MetricStatistic.Min, MetricStatistic.ArgMax)
                .Select(kind => QueryField.Of(RunField.Metric(name, kind)))),
        Text.Select(name => QueryField.Of(RunField.Metric(name, MetricStatistic.At, 100.5))),
        Gen.Elements("config", "info", "meta", "result", "omniboard")
            .SelectMany(root => Keys.Select(keys => QueryField.OfDocument([root, .. keys]))),
        Gen.Elements("_id", "status", "start_time", "command", "config").Select(name => QueryField.OfDocument(name)));

    private static readonly Gen<QueryValue> Value = Gen.OneOf(
        Text.Select(QueryValue.Of),
        Text.Select(QueryValue.OfWord),
        ArbMap.Default.GeneratorFor<double>().Select(QueryValue.Of),
        ArbMap.Default.GeneratorFor<BigInteger>().Select(QueryValue.Of),
        ArbMap.Default.GeneratorFor<bool>().Select(QueryValue.Of),
        Gen.Elements(
            QueryValue.Null,
            QueryValue.OfWord("-1d12h"),
            QueryValue.OfWord("1.5h"),
            QueryValue.OfWord("today"),
            QueryValue.Of("2026-01-02T03:04:05Z")));

    private static readonly Gen<QueryNode> Leaf = Gen.OneOf(
        Text.Select(text => (QueryNode)new QueryWord(text)),
        Field.SelectMany(field =>
            Gen.Elements(QueryOperator.Exists, QueryOperator.Missing).Select(op => (QueryNode)new QueryCondition(field, op, []))),
        Field.SelectMany(field => Value.SelectMany(value => Gen.Elements(
            QueryOperator.Equal, QueryOperator.NotEqual, QueryOperator.Same, QueryOperator.Less, QueryOperator.LessOrEqual,
            QueryOperator.Greater, QueryOperator.GreaterOrEqual, QueryOperator.Has)
            .Select(op => (QueryNode)new QueryCondition(field, op, [value])))),
        Field.SelectMany(field =>
            Text.SelectMany(text => Gen.Elements(QueryOperator.Matches, QueryOperator.MatchesNot, QueryOperator.Contains)
            .Select(op => (QueryNode)new QueryCondition(field, op, [QueryValue.Of(Regex.Escape(text))])))),
        Field.SelectMany(field => Value.NonEmptyListOf().SelectMany(values => Gen.Elements(QueryOperator.In, QueryOperator.NotIn)
            .Select(op => (QueryNode)new QueryCondition(field, op, [.. values.Take(3)])))),
        Field.SelectMany(field => Gen.Elements("number", "text", "bool", "date", "list", "object", "other")
            .Select(kind => (QueryNode)new QueryCondition(field with { IsKind = true }, QueryOperator.Equal, [QueryValue.Of(kind)]))));

    public static Arbitrary<QueryNode> Trees() => Gen.Sized(size => Tree(Math.Min(size, 6))).ToArbitrary();

    private static Gen<QueryNode> Tree(int depth) => depth <= 0 ? Leaf : Gen.OneOf(
        Leaf,
        Tree(depth / 2).Select(term => (QueryNode)new QueryNot(term)),
        Several(depth).Select(terms => (QueryNode)new QueryAnd(terms)),
        Several(depth).Select(terms => (QueryNode)new QueryOr(terms)));

    private static Gen<IReadOnlyList<QueryNode>> Several(int depth) =>
        Gen.Choose(2, 3).SelectMany(count => Tree(depth / 2).ListOf(count)).Select(terms => (IReadOnlyList<QueryNode>)[.. terms]);
}
