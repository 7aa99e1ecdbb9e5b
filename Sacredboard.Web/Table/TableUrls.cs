using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.WebUtilities;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries.Columns;
using Sacredboard.Data.Queries.Language;
using Sacredboard.Web.Formatting;
using Sacredboard.Web.Query;

namespace Sacredboard.Web.Table;

/// <summary>The addresses of a table and of tables that differ from it in one thing. Defaults are left out.</summary>
/// <param name="path">The path of the page.</param>
/// <param name="state">The state of the table.</param>
public sealed class TableUrls(string path, TableState state)
{
    private readonly TableState _state = state with { Edit = null };

    public string Path => path;

    public string Self => Of(_state);

    /// <summary>The parameters of the address, as hidden fields of a form that changes some of them.</summary>
    /// <param name="except">The parameters that the form sets itself.</param>
    public IEnumerable<KeyValuePair<string, string>> Fields(params string[] except) =>
        TableUrl.Pairs(_state).Where(parameter => !except.Contains(parameter.Key));

    /// <summary>The query string that a saved view keeps: the same table on its first page.</summary>
    public string Saved => new TableUrls("", _state with { Page = 1, Open = [], View = null }).Self.TrimStart('?');

    /// <summary>The query string of the same table, with closed rows.</summary>
    public string Query => new TableUrls("", _state with { Open = [] }).Self;

    /// <summary>The parameters that a new search keeps, as hidden fields of its form.</summary>
    public IEnumerable<KeyValuePair<string, string>> SearchFields => Fields("q", "off", "status", "page", "open");

    /// <summary>All runs, in the same order and with the same columns.</summary>
    public string Cleared => Of(_state with { Text = "", Off = [], Statuses = [], Page = 1, Open = [] });

    public string AllStatuses => Of(_state with { Statuses = [], Page = 1, Open = [] });

    /// <summary>Another query with the same order and columns, on its first page.</summary>
    /// <param name="text">The query.</param>
    /// <param name="off">Its terms that are switched off.</param>
    public string WithQuery(string text, IReadOnlyList<string> off) => Of(_state with { Text = text, Off = off, Page = 1, Open = [] });

    /// <summary>The table with the builder open on a term.</summary>
    public string Edit(TermEdit edit) => TableUrl.Write(path, _state with { Edit = edit });

    /// <summary>Adds a status to the filter, or removes it.</summary>
    public string ToggleStatus(string status) => Of(_state with
    {
        Statuses = _state.Statuses.Contains(status) ? [.. _state.Statuses.Where(other => other != status)] : [.. _state.Statuses, status],
        Page = 1,
        Open = [],
    });

    public string Page(int page) => Of(_state with { Page = page, Open = [] });

    /// <summary>Another number of rows per page, on the page that has the first row of the present one.</summary>
    public string Size(int size) => Of(_state with { Size = size, Page = ((_state.Page - 1) * _state.Size / size) + 1, Open = [] });

    /// <summary>Expands or closes a row.</summary>
    public string ToggleOpen(string segment) => Of(_state with { Open = Opened(segment) });

    /// <summary>The value of <c>open</c> after a row was expanded or closed.</summary>
    public string Toggled(string segment) => string.Join(',', Opened(segment));

    /// <summary>
    /// The table at another path, with the columns that it shows: the address where scripts ask for changes.
    /// </summary>
    public string At(string otherPath, IEnumerable<RunField> shown)
    {
        var url = new TableUrls(otherPath, _state with { Open = [] }).Self;
        return _state.Columns is not null ? url : $"{url}{(url.Contains('?') ? '&' : '?')}shown={TableUrl.Encode(FieldList.ToText(shown))}";
    }

    /// <summary>The export of all its pages at another path, with the columns that it shows.</summary>
    public string Export(string otherPath, IEnumerable<RunField> shown) => new TableUrls(otherPath, _state with
    {
        Grouping = null,
        Zone = FileZone,
        Columns = _state.Columns ?? [.. shown.Select(field => new ColumnSpec(field))],
        Page = 1,
        Size = TableState.DefaultSize,
        Open = [],
        View = null,
        Charts = null,
    }).Self;

    /// <summary>The export of all its groups at another path.</summary>
    public string GroupExport(string otherPath) =>
        new TableUrls(
            otherPath,
            _state with { Zone = FileZone, Page = 1, Size = TableState.DefaultSize, Open = [], View = null, Charts = null }).Self;

    /// <summary>Another table at the same path.</summary>
    public string To(TableState other) => Of(other);

    // A file has the runs of the page, whoever opens its address.
    private TimeZoneInfo? FileZone =>
        _state.Zone ?? (VisitorZone.Current.Equals(TimeZoneInfo.Utc) || _state.Text.Length == 0 ? null : VisitorZone.Current);

    private IReadOnlyList<string> Opened(string segment) =>
        _state.Open.Contains(segment) ? [.. _state.Open.Where(other => other != segment)] : [.. _state.Open, segment];

    private string Of(TableState state) => TableUrl.Write(path, state with { Edit = null });
}
