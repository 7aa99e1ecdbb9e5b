using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.WebUtilities;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries.Columns;
using Sacredboard.Data.Queries.Language;
using Sacredboard.Web.Query;

namespace Sacredboard.Web.Table;

/// <summary>The addresses of one view of the table and of those one step away from it. What is as by default is left out.</summary>
/// <param name="path">Of the page.</param>
/// <param name="query">The view.</param>
public sealed class TableUrls(string path, TableState query)
{
    private readonly TableState _state = query with { Edit = null };

    public string Path => path;

    public string Self => Of(_state);

    /// <summary>All that stands in the address, as the fields of a form that leads one step on.</summary>
    /// <param name="but">What the form gives itself.</param>
    public IEnumerable<KeyValuePair<string, string>> Fields(params string[] but) =>
        TableUrl.Pairs(_state).Where(parameter => !but.Contains(parameter.Key));

    /// <summary>What a saved view keeps of it: the parameters that make the same table again, from its first page on.</summary>
    public string Saved => new TableUrls("", _state with { Page = 1, Open = [], View = null }).Self.TrimStart('?');

    /// <summary>Parameters that a new search keeps, as the fields of its form.</summary>
    public IEnumerable<KeyValuePair<string, string>> Kept => Fields("q", "off", "status", "page", "open");

    /// <summary>All runs, in the same order and with the same columns.</summary>
    public string Cleared => Of(_state with { Text = "", Off = [], Statuses = [], Page = 1, Open = [] });

    public string AllStatuses => Of(_state with { Statuses = [], Page = 1, Open = [] });

    /// <summary>Another question with the same order and columns, from the first page on.</summary>
    /// <param name="text">The query.</param>
    /// <param name="off">Its terms that are switched off.</param>
    public string Ask(string text, IReadOnlyList<string> off) => Of(_state with { Text = text, Off = off, Page = 1, Open = [] });

    /// <summary>This view with the builder open on a term.</summary>
    public string Edit(TermEdit edit) => TableUrl.Write(path, _state with { Edit = edit });

    /// <summary>With this status added to the filter, or taken out of it.</summary>
    public string ToggleStatus(string status) => Of(_state with
    {
        Statuses = _state.Statuses.Contains(status) ? [.. _state.Statuses.Where(other => other != status)] : [.. _state.Statuses, status],
        Page = 1,
        Open = [],
    });

    public string Page(int page) => Of(_state with { Page = page, Open = [] });

    /// <summary>As many rows per page, beginning near those that are shown now.</summary>
    public string Size(int size) => Of(_state with { Size = size, Page = ((_state.Page - 1) * _state.Size / size) + 1, Open = [] });

    /// <summary>With this row expanded, or no longer.</summary>
    public string ToggleOpen(string segment) => Of(_state with { Open = Opened(segment) });

    /// <summary>The rows that are expanded then, as the address has them.</summary>
    public string Toggled(string segment) => string.Join(',', Opened(segment));

    /// <summary>
    /// The same view at another path, with the columns that it turned out to have: what a script asks to be kept up to date.
    /// </summary>
    public string At(string otherPath, IEnumerable<RunField> shown)
    {
        var url = new TableUrls(otherPath, _state with { Open = [] }).Self;
        return _state.Columns is not null ? url : $"{url}{(url.Contains('?') ? '&' : '?')}shown={TableUrl.Encode(FieldList.ToText(shown))}";
    }

    /// <summary>All that it shows on all of its pages, as a file at another path, with the columns that it turned out to have.</summary>
    public string Export(string otherPath, IEnumerable<RunField> shown) => new TableUrls(otherPath, _state with
    {
        Grouping = null,
        Columns = _state.Columns ?? [.. shown.Select(field => new ColumnSpec(field))],
        Page = 1,
        Size = TableState.DefaultSize,
        Open = [],
        View = null,
    }).Self;

    /// <summary>All of its groups, on all of its pages, as a file at another path.</summary>
    public string GroupExport(string otherPath) =>
        new TableUrls(otherPath, _state with { Page = 1, Size = TableState.DefaultSize, Open = [], View = null }).Self;

    /// <summary>Another view on the same path.</summary>
    public string To(TableState view) => Of(view);

    private IReadOnlyList<string> Opened(string segment) =>
        _state.Open.Contains(segment) ? [.. _state.Open.Where(other => other != segment)] : [.. _state.Open, segment];

    private string Of(TableState state) => TableUrl.Write(path, state with { Edit = null });
}
