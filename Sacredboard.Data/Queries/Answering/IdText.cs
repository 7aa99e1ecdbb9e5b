using System.Numerics;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries.Language;
using Sacredboard.Data.Runs;

namespace Sacredboard.Data.Queries.Answering;

/// <summary>Writes a query that finds some runs by their ids.</summary>
internal static class IdText
{
    /// <summary>See <see cref="RunQueries.TextOf"/>.</summary>
    public static string? Of(QueryAnswers answers, IReadOnlyList<RunId> ids)
    {
        if (ids.Count == 0)
        {
            return null;
        }

        // id takes digits for a number, whatever their stored type; ._id knows no ObjectIds. The first that finds just these will do.
        var (id, stored) = (QueryField.Of(OwnFields.Id.Field), QueryField.OfDocument("_id"));
        return new[] { Text(id, Loose), Text(id, Exact), Text(stored, Exact) }.FirstOrDefault(FindsThese);

        string Text(QueryField field, Func<RunId, QueryValue> value) => (ids.Count == 1
            ? new QueryCondition(field, QueryOperator.Equal, [value(ids[0])])
            : new QueryCondition(field, QueryOperator.In, [.. ids.Select(value).Distinct()])).ToString();

        bool FindsThese(string text) =>
            text.Length <= QueryParser.MaxCharacters
                && answers.Find(new RunQuery { Text = text }) is { Error: null } answer && answer.Slots.Length == ids.Count;
    }

    private static QueryValue Loose(RunId id) => id.Kind == RunIdKind.Text ? QueryValue.OfId(id.Text) : Exact(id);

    private static QueryValue Exact(RunId id) => id.Kind switch
    {
        RunIdKind.Null => QueryValue.Null,
        RunIdKind.Integer => QueryValue.Of(new BigInteger(id.Integer)),
        RunIdKind.Real => QueryValue.Of(id.Real),
        _ => QueryValue.Of(id.Text),
    };
}
