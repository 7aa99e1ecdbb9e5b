using System.Data.Common;
using System.Globalization;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores.Sql.Dialects;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Stores.Sql;

/// <summary>
/// The ids of runs: the text in <c>run_id</c>. A row without one is known by its number. The first run of a database is called "0", the
/// second one "2".
/// </summary>
internal sealed class SqlRunIds(SqlDatabase database, SqlSchema schema)
{
    /// <summary>Adds what <see cref="Of"/> needs to a query for runs.</summary>
    public SqlSelect AddTo(SqlSelect select) => select.Add("run", "run_id", "id").Add("run", schema.Counter ?? "", "counter", name => name);

    public static RunId Of(DbDataReader row, SqlSelect select) => select.Value(row, "run_id") switch
    {
        SacredText text => RunId.Of(text.Value),
        SacredInteger number => RunId.Of(number.Value.ToString(CultureInfo.InvariantCulture)),
        _ => select.Number(row, "id") is { } number ? RunId.Of(number) : RunId.Null,
    };

    /// <summary>
    /// The condition that selects these runs, and its parameters. A server may find others too, which it takes for the same text; null when
    /// none of them can be there.
    /// </summary>
    public (string Condition, IReadOnlyList<object> Parameters)? Filter(IEnumerable<RunId> ids)
    {
        var (texts, numbers) = (new List<object>(), new List<long>());
        foreach (var id in ids)
        {
            if (id.Kind == RunIdKind.Text && Parameter(id.Text) is { } text)
            {
                texts.Add(text);
            }
            else if (id.Kind == RunIdKind.Integer && schema.HasNumbers)
            {
                numbers.Add(id.Integer);
            }
        }

        var conditions = new List<string>();
        if (texts.Count > 0)
        {
            conditions.Add($"{RunIdColumn} IN ({string.Join(", ", texts.Select((_, i) => $"@p{i}"))})");
        }

        if (numbers.Count > 0)
        {
            conditions.Add($"({RunIdColumn} IS NULL AND {database.Quote("run")}.{database.Quote("id")} IN ({string.Join(", ", numbers)}))");
        }

        return conditions.Count == 0 ? null : ($"({string.Join(" OR ", conditions)})", texts);
    }

    /// <summary>The id as it stands in a column <c>run_id</c>; null when none can be this text.</summary>
    public object? Parameter(string text) =>
        schema.IdsAreNumbers
            ? long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                && number.ToString(CultureInfo.InvariantCulture) == text ? number : null
            : (database.HoldsNul || !text.Contains('\0')) && StoredText.IsUnicode(text) ? text : null;

    private string RunIdColumn => $"{database.Quote("run")}.{database.Quote("run_id")}";
}
