using System.Globalization;
using Sacredboard.Data.Catalog.Loading;
using Sacredboard.Data.Queries.Answering;
using Sacredboard.Web.Columns;

namespace Sacredboard.Web.Table;

/// <summary>
/// Identifies the state that a page of the table was made from: the catalog's version and a fingerprint of everything but the rows.
/// Scripts send it back unread to get the changes. Only valid in the process that made it: after a restart all counts as changed.
/// </summary>
/// <param name="Version">The catalog's version.</param>
/// <param name="Rest">A fingerprint of the page without its rows.</param>
/// <param name="Look">A fingerprint of what affects all rows: the ranges of bars and colours.</param>
public readonly record struct TableToken(long Version, int Rest, int Look = 0)
{
    // Versions and hash codes mean nothing in another process, so tokens of an earlier one must not be accepted.
    private static readonly string Process = Guid.NewGuid().ToString("N")[..8];

    /// <param name="result">The runs of the page.</param>
    /// <param name="resolved">The table.</param>
    /// <param name="state">The state of the source.</param>
    public static TableToken Of(RunQueryResult result, ResolvedTable resolved, CatalogState state)
    {
        var rest = new HashCode();
        rest.Add((result.Total, result.Matched, state.Phase, state.Loaded, state.Total));
        rest.Add((state.Message, state.Limit, state.Remark));
        foreach (var run in result.Runs)
        {
            rest.Add(run.Id);
        }

        foreach (var status in result.Statuses)
        {
            rest.Add(status);
        }

        foreach (var statistic in resolved.Progress(result))
        {
            rest.Add(statistic);
        }

        foreach (var field in resolved.Columns.Fields)
        {
            rest.Add(field);
        }

        return new(result.Version, rest.ToHashCode());
    }

    /// <summary>The token of a page with these columns.</summary>
    public TableToken With(IEnumerable<RunColumn> columns)
    {
        var look = new HashCode();
        foreach (var column in columns.Where(column => column.Range is not null))
        {
            look.Add(column.Range);
        }

        return this with { Look = look.ToHashCode() };
    }

    /// <summary>Null for tokens of another process and for invalid ones.</summary>
    public static TableToken? Parse(string? text) =>
        text?.Split('-') is [var process, var version, var rest, var look] && process == Process
        && long.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && int.TryParse(rest, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var hash)
        && int.TryParse(look, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var drawn)
            ? new TableToken(number, hash, drawn)
            : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Process}-{Version}-{Rest:x}-{Look:x}");
}
