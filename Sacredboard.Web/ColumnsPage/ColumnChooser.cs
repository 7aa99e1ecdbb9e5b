using Microsoft.AspNetCore.WebUtilities;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries;
using Sacredboard.Data.Queries.Columns;
using Sacredboard.Data.Stores;
using Sacredboard.Web.Columns;
using Sacredboard.Web.Models.Columns;
using Sacredboard.Web.Sources;
using Sacredboard.Web.Table;

namespace Sacredboard.Web.ColumnsPage;

/// <summary>Makes the chooser of columns for a table, after the step in its address was taken.</summary>
/// <param name="source">The source of the runs.</param>
/// <param name="urls">The addresses of that source's pages.</param>
/// <param name="metrics">The names of all metrics; null while they are not known.</param>
public sealed class ColumnChooser(Source source, SourceUrls urls, IReadOnlyList<MetricName>? metrics)
{
    private const int MaxSearchLength = 200;

    /// <param name="resolved">The table.</param>
    /// <param name="parameters">The parameters of the address, with the step.</param>
    /// <param name="find">The words to search the tree for; "" for all fields.</param>
    /// <param name="edit">The field whose name and format are being edited, or null.</param>
    public ColumnChooserViewModel Make(ResolvedTable resolved, IQueryCollection parameters, string find, string? edit)
    {
        var (snapshot, state) = (resolved.Snapshot, resolved.State);
        var step = new ColumnStep(resolved.Columns.All, () => snapshot.Queries().DifferingConfig(resolved.Runs), Resolve);
        var taken = step.Take(parameters);
        if (step.IsTaken)
        {
            state = state with { Columns = taken };
        }

        var shown = taken ?? ResolvedTable.Of(snapshot, state, resolved.IsLoaded).Columns.All;

        find = find.Trim();
        find = find[..Math.Min(find.Length, MaxSearchLength)];
        var columns = RunColumn.For([], shown, snapshot).Skip(RunColumn.Fixed.Count).ToList();
        return new()
        {
            Source = source,
            Urls = new TableUrls(urls.Columns, state),
            TableUrl = new TableUrls(urls.Runs, state).Self,
            Chosen = [.. columns.Select((column, i) =>
                new ChosenColumn(column.Spec, column.Title, i == 0, i == columns.Count - 1, column.Field.ToString() == edit))],
            HasDefaultColumns = state.Columns is null,
            Fields = new FieldTreeBuilder(columns.Select(column => column.Field).ToHashSet(), find, Resolve)
                .Build(snapshot.Queries().Columns, metrics),
            Find = find,
            Announcement = step.Announcement,
            Placed = step.Placed?.ToString(),
        };

        RunField Resolve(RunField field) => snapshot.Queries().Resolve([field])[0];
    }

    /// <summary>The address of the chooser in its present state.</summary>
    public string Address(ColumnChooserViewModel model, string? edit)
    {
        var address = model.Urls.Self;
        address = model.Find.Length > 0 ? QueryHelpers.AddQueryString(address, "find", model.Find) : address;
        return edit is null ? address : QueryHelpers.AddQueryString(address, "edit", edit);
    }
}
