using System.Globalization;
using Sacredboard.Data.Catalog.Loading;
using Sacredboard.Data.Catalog.Statistics;
using Sacredboard.Data.Queries.Answering;
using Sacredboard.Web.Columns;

namespace Sacredboard.Web.Table;

/// <summary>
/// What a page of the table was made of: the catalog's version, and a fingerprint of everything but the rows. Opaque to scripts, which
/// give it back to be told what changed. Means nothing to another process, so that a restart makes everything new.
/// </summary>
/// <param name="Version">The catalog's.</param>
/// <param name="Rest">A fingerprint of everything around the rows.</param>
/// <param name="Look">A fingerprint of what all rows are drawn by: between what the numbers of bars and colours lie.</param>
public readonly record struct TableToken(long Version, int Rest, int Look = 0)
{
    // String hashes differ from process to process anyway; this makes sure that a token of an older one is never taken for ours.
    private static readonly string Process = Guid.NewGuid().ToString("N")[..8];

    /// <param name="summaries">How far the summaries are that the page shows or goes by.</param>
    public static TableToken Of(RunQueryResult page, CatalogState state, IReadOnlyList<SummaryProgress> summaries)
    {
        var rest = new HashCode();
        rest.Add((page.Total, page.Matched, state.Phase, state.Loaded, state.Total));
        rest.Add((state.Message, state.Limit));
        foreach (var run in page.Runs)
        {
            rest.Add(run.Id);
        }

        foreach (var status in page.Statuses)
        {
            rest.Add(status);
        }

        foreach (var summary in summaries)
        {
            rest.Add(summary);
        }

        return new(page.Version, rest.ToHashCode());
    }

    /// <summary>Of a page with these columns.</summary>
    public TableToken With(IEnumerable<RunColumn> columns)
    {
        var look = new HashCode();
        foreach (var column in columns.Where(column => column.Range is not null))
        {
            look.Add(column.Range);
        }

        return this with { Look = look.ToHashCode() };
    }

    /// <summary>Null for what another process made, or nobody.</summary>
    public static TableToken? Parse(string? text) =>
        text?.Split('-') is [var process, var version, var rest, var look] && process == Process
        && long.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && int.TryParse(rest, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var hash)
        && int.TryParse(look, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var drawn)
            ? new TableToken(number, hash, drawn)
            : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Process}-{Version}-{Rest:x}-{Look:x}");
}
