using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries.Language;

namespace Sacredboard.Data.Queries.Corrections;

/// <summary>Finds values of another type or spelling for a condition that no run matches: <c>hidden == "64"</c>, <c>status = fail</c>.</summary>
/// <param name="runs">The runs.</param>
/// <param name="resolve">The field that a query's field stands for.</param>
/// <param name="matches">True when any run matches.</param>
internal sealed class MeantValues(RunList runs, Func<RunField, RunField> resolve, Func<QueryNode, bool> matches)
{
    public Correction? For(QueryCondition condition)
    {
        if (condition.Values is not [var value] || condition.Field is not { IsKind: false, Run: { } run })
        {
            return null;
        }

        foreach (var other in OtherTypes(value))
        {
            if (matches(condition with { Values = [other] }))
            {
                return Instead(condition, other, $"No run has the {Kind(value)} {value} there, but some have the {Kind(other)} {other}");
            }
        }

        if (condition.Operator is not (QueryOperator.Equal or QueryOperator.Same or QueryOperator.Has or QueryOperator.NotEqual)
            || value.Kind != QueryValueKind.Text)
        {
            return null;
        }

        var texts = FieldTexts.Of(runs, resolve(run));
        var isStatus = run.OwnField is { Kind: OwnKind.Status };
        var near = texts.FirstOrDefault(text => text.Equals(value.Text, StringComparison.OrdinalIgnoreCase));
        near = near is not null && isStatus ? null : near ?? NearestWord.To(value.Text, texts);
        return near is null ? null : Instead(condition, QueryValue.Of(near), $"No run has {run} {value}");
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
