using Sacredboard.Data.Catalog.Snapshots;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries.Evaluation;
using Sacredboard.Data.Queries.Language;

namespace Sacredboard.Data.Queries.Corrections;

/// <summary>
/// Finds values of another type or spelling for a condition that no run matches: <c>hidden == "64"</c>, <c>status = fail</c>.
/// </summary>
/// <param name="content">The runs.</param>
/// <param name="known">Their fields.</param>
/// <param name="matches">True when any run matches.</param>
internal sealed class SimilarValues(CatalogContent content, KnownFields known, Func<QueryNode, bool> matches)
{
    private const int MaxChildren = 3;

    private readonly FieldResolver _resolver = new(content, known);

    public Correction? For(QueryCondition condition)
    {
        if (condition.Values is not [var value] || condition.Field is not { IsKind: false, Run: { } run })
        {
            return null;
        }

        var field = _resolver.Resolve(run);
        return OfOtherType(condition, value)
            ?? (field is { Root: FieldRoot.Config } ? BelowObject(condition, field) : null)
            ?? Similar(condition, value, field)
            ?? (field is { Root: FieldRoot.Config } && FieldHint.Of(content, field) is { } hint
                ? new(condition.Span, $"No run has {condition}; {hint}", [])
                : null);
    }

    private Correction? OfOtherType(QueryCondition condition, QueryValue value) =>
        OtherTypes(value).FirstOrDefault(other => matches(condition with { Values = [other] })) is { } meant
            ? Instead(condition, meant, $"No run has the {Kind(value)} {value} there, but some have the {Kind(meant)} {meant}")
            : null;

    // optimizer = adam, where optimizer.name is
    private Correction? BelowObject(QueryCondition condition, RunField field)
    {
        var children = known.Children(field.Path);
        var found = children.Where(child => matches(condition with { Field = QueryField.Of(child) })).ToList();
        IReadOnlyList<RunField> offered = [.. (found.Count > 0 ? found : children).Take(MaxChildren)];
        return children.Count == 0
            ? null
            : new(
                condition.Field.Span,
                $"{field} holds more than one value; write one of its keys",
                [.. offered.Select(child => child.ToString())]);
    }

    private Correction? Similar(QueryCondition condition, QueryValue value, RunField field)
    {
        if (condition.Operator is not (QueryOperator.Equal or QueryOperator.Same or QueryOperator.Has) || value.Kind != QueryValueKind.Text)
        {
            return null;
        }

        var texts = FieldTexts.Of(content.Runs, field);
        var isStatus = field.OwnField is { Kind: OwnKind.Status };
        var near = texts.FirstOrDefault(text => text.Equals(value.Text, StringComparison.OrdinalIgnoreCase));
        near = near is not null && isStatus ? null : near ?? NearestWord.To(value.Text, texts);
        return near is null ? null : Instead(condition, QueryValue.Of(near), $"No run has {field} {value}");
    }

    private static IEnumerable<QueryValue> OtherTypes(QueryValue value) => value.Kind switch
    {
        QueryValueKind.Text when QueryValue.OfWord(value.Text) is { Kind: not QueryValueKind.Text } typed => [typed],
        QueryValueKind.Text when value.Text.ToLowerInvariant() is "yes" or "on" => [QueryValue.Of(true)],
        QueryValueKind.Text when value.Text.ToLowerInvariant() is "no" or "off" => [QueryValue.Of(false)],
        QueryValueKind.Number or QueryValueKind.Boolean =>
            value.Whole is { } whole && (whole == 0 || whole == 1)
                ? [QueryValue.Of(value.Written), QueryValue.Of(whole == 1)]
                : [QueryValue.Of(value.Written)],
        _ => [],
    };

    private static string Kind(QueryValue value) => value.Kind switch
    {
        QueryValueKind.Number => "number",
        QueryValueKind.Boolean => "value",
        QueryValueKind.Null => "value",
        _ => "text",
    };

    private static Correction Instead(QueryCondition condition, QueryValue value, string message) =>
        new(condition.Values[0].Span, message, [value.ToString()]);
}
