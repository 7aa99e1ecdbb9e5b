using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.WebUtilities;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries.Columns;
using Sacredboard.Data.Queries.Grouping;
using Sacredboard.Web.Query;

namespace Sacredboard.Web.Table;

/// <summary>The addresses of one view of the table and of those one step away from it. What is as by default is left out.</summary>
/// <param name="path">Of the page.</param>
/// <param name="query">The view.</param>
public sealed class TableUrls(string path, TableState query)
{
    public string Path => path;

    public string Self => Of(query);

    /// <summary>All that stands in the address, as the fields of a form that leads one step on.</summary>
    /// <param name="but">What the form gives itself.</param>
    public IEnumerable<KeyValuePair<string, string>> Fields(params string[] but) =>
        from parameter in QueryHelpers.ParseQuery(Self[path.Length..])
        where !but.Contains(parameter.Key)
        from value in parameter.Value
        select KeyValuePair.Create(parameter.Key, value ?? "");

    /// <summary>What a saved view keeps of it: the parameters that make the same table again, from its first page on.</summary>
    public string Saved => new TableUrls("", query with { Page = 1, Open = [], View = null }).Self.TrimStart('?');

    /// <summary>Parameters that a new search keeps, as the fields of its form.</summary>
    public IEnumerable<KeyValuePair<string, string>> Kept
    {
        get
        {
            if (Sort(query) is { Length: > 0 } sort)
            {
                yield return new("sort", sort);
            }

            if (query.Grouping is { } grouping)
            {
                yield return new("group", grouping.ToString());
                if (grouping.Seeds.ToString() is { } seeds)
                {
                    yield return new("seeds", seeds);
                }
            }

            if (query.Columns is not null)
            {
                yield return new("columns", ColumnList.ToText(query.Columns));
            }

            if (query.Size != TableState.DefaultSize)
            {
                yield return new("size", query.Size.ToString(CultureInfo.InvariantCulture));
            }

            if (query.View is { } view)
            {
                yield return new("view", view.ToString(CultureInfo.InvariantCulture));
            }
        }
    }

    /// <summary>All runs, in the same order and with the same columns.</summary>
    public string Cleared => Of(query with { Text = "", Off = [], Statuses = [], Page = 1, Open = [] });

    public string AllStatuses => Of(query with { Statuses = [], Page = 1, Open = [] });

    /// <summary>Another question with the same order and columns, from the first page on.</summary>
    /// <param name="text">The query.</param>
    /// <param name="off">Its terms that are switched off.</param>
    public string Ask(string text, IReadOnlyList<string> off) => Of(query with { Text = text, Off = off, Page = 1, Open = [] });

    /// <summary>This view with the builder open on a term.</summary>
    public string Edit(TermEdit edit)
    {
        var url = new StringBuilder(Self);
        Add(url, "edit", edit.Place?.ToString() ?? TermEdit.New, null);
        Add(url, "text", edit.Text, null);
        Add(url, "as", edit.AsText ? "text" : null, null);
        return url.ToString();
    }

    /// <summary>With this status added to the filter, or taken out of it.</summary>
    public string ToggleStatus(string status) => Of(query with
    {
        Statuses = query.Statuses.Contains(status) ? [.. query.Statuses.Where(other => other != status)] : [.. query.Statuses, status],
        Page = 1,
        Open = [],
    });

    public string Page(int page) => Of(query with { Page = page, Open = [] });

    /// <summary>As many rows per page, beginning near those that are shown now.</summary>
    public string Size(int size) => Of(query with { Size = size, Page = ((query.Page - 1) * query.Size / size) + 1, Open = [] });

    /// <summary>With this row expanded, or no longer.</summary>
    public string ToggleOpen(string segment) => Of(query with { Open = Opened(segment) });

    /// <summary>The rows that are expanded then, as the address has them.</summary>
    public string Toggled(string segment) => string.Join(',', Opened(segment));

    /// <summary>The same view at another path, with the columns that it turned out to have: what a script asks to be kept up to date.</summary>
    public string At(string otherPath, IEnumerable<RunField> shown)
    {
        var url = new TableUrls(otherPath, query with { Open = [] }).Self;
        return query.Columns is not null ? url : $"{url}{(url.Contains('?') ? '&' : '?')}shown={Encoded(FieldList.ToText(shown))}";
    }

    /// <summary>All that it shows on all of its pages, as a file at another path, with the columns that it turned out to have.</summary>
    public string Export(string otherPath, IEnumerable<RunField> shown) => new TableUrls(otherPath, query with
    {
        Grouping = null,
        Columns = query.Columns ?? [.. shown.Select(field => new ColumnSpec(field))],
        Page = 1,
        Size = TableState.DefaultSize,
        Open = [],
        View = null,
    }).Self;

    /// <summary>All of its groups, on all of its pages, as a file at another path.</summary>
    public string GroupExport(string otherPath) =>
        new TableUrls(otherPath, query with { Page = 1, Size = TableState.DefaultSize, Open = [], View = null }).Self;

    /// <summary>Another view on the same path.</summary>
    public string To(TableState view) => Of(view);

    private IReadOnlyList<string> Opened(string segment) =>
        query.Open.Contains(segment) ? [.. query.Open.Where(other => other != segment)] : [.. query.Open, segment];

    private static string Sort(TableState view) =>
        view.Grouping is null ? FieldList.ToText(view.Sort) : GroupSort.ToText(view.GroupSort);

    private string Of(TableState view)
    {
        var url = new StringBuilder(path);
        Add(url, "q", view.Text, "");
        foreach (var term in view.Off)
        {
            Add(url, "off", term, null);
        }

        foreach (var status in view.Statuses)
        {
            Add(url, "status", status, null);
        }

        Add(url, "group", view.Grouping?.ToString(), null);
        Add(url, "seeds", view.Grouping?.Seeds.ToString(), null);
        Add(url, "sort", Sort(view), "");
        Add(url, "columns", view.Columns is null ? null : ColumnList.ToText(view.Columns), null);
        Add(url, "page", view.Page.ToString(CultureInfo.InvariantCulture), "1");
        Add(url, "size", view.Size.ToString(CultureInfo.InvariantCulture), TableState.DefaultSize.ToString(CultureInfo.InvariantCulture));
        Add(url, "open", string.Join(',', view.Open), "");
        Add(url, "view", view.View?.ToString(CultureInfo.InvariantCulture), null);
        return url.ToString();
    }

    private void Add(StringBuilder url, string name, string? value, string? omitted)
    {
        if (value is null || value == omitted)
        {
            return;
        }

        url.Append(url.Length == path.Length ? '?' : '&').Append(name).Append('=').Append(Encoded(value));
    }

    // Commas need no encoding in a query, and lists read better with them.
    private static string Encoded(string value) => UrlEncoder.Default.Encode(value).Replace("%2C", ",", StringComparison.Ordinal);
}
