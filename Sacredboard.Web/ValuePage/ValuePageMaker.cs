using Sacredboard.Data.Catalog.Snapshots;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries;
using Sacredboard.Data.Queries.Columns;
using Sacredboard.Data.Queries.Grouping;
using Sacredboard.Data.Queries.Language;
using Sacredboard.Data.Values;
using Sacredboard.Web.Columns;
using Sacredboard.Web.Formatting;
using Sacredboard.Web.Models.ValuePage;
using Sacredboard.Web.Query;
using Sacredboard.Web.Sources;
using Sacredboard.Web.Table;

namespace Sacredboard.Web.ValuePage;

/// <summary>Finds out what a table can do with a value of a run: filter by it, show its field as a column, group by it.</summary>
public sealed class ValuePageMaker(Source source, SourceUrls urls)
{
    // Before the snapshot: what was loaded by then is in it.
    private readonly bool _isLoaded = !source.Catalog.State.IsLoading;
    private readonly CatalogSnapshot _snapshot = source.Catalog.Snapshot;

    /// <summary>Null where there is no such run or no such field.</summary>
    /// <param name="of">The URL segment of the run, a colon, and the field: <c>42:optimizer.lr</c>.</param>
    /// <param name="table">The query string of the table; null for all runs.</param>
    /// <param name="now">The end of the durations of running runs.</param>
    public ValuePageViewModel? Make(string of, string? table, DateTimeOffset now)
    {
        var colon = of.IndexOf(':');
        if (colon < 0
            || !urls.TryParse(of[..colon], out var id)
            || !RunField.TryParse(of[(colon + 1)..], out var named, out _)
            || _snapshot.Find(id) is not { } run)
        {
            return null;
        }

        var field = _snapshot.Queries().Resolve([named!])[0];
        var resolved = ResolvedTable.Of(_snapshot, TableUrl.Read(table).State with { Edit = null }, _isLoaded);
        var links = new TableUrls(urls.Runs, resolved.State);
        var value = _snapshot.Value(run, field, now);
        return new()
        {
            Source = source,
            Field = ValueText.Visible(field.ToString()),
            Value = ValueText.Cell(value),
            Choices =
            [
                .. _snapshot.IsKnown(run, field) ? Filters(field, value, resolved.State, links) : [],
                .. Column(field, resolved, links),
                .. Group(field, resolved.State, links),
            ],
            TableUrl = links.Self,
        };
    }

    private static IEnumerable<ValueChoice> Filters(RunField field, SacredValue? value, TableState state, TableUrls links)
    {
        var terms = QueryTerms.Of(state.Text);
        var known = terms.All.Select(term => term.Node).ToHashSet();
        return
            from filter in ValueFilters.Of(field, value, state.Zone ?? VisitorZone.Current)
            where !filter.Term.Conjuncts.All(known.Contains)
            let term = filter.Term.ToString()!
            let text = ValueWords.Of(filter, value)
            select new ValueChoice(
                filter.Kind.ToString().ToLowerInvariant(), text.Icon, text.Words, term, links.WithQuery(terms.With(term), state.Off));
    }

    private static IEnumerable<ValueChoice> Column(RunField field, ResolvedTable resolved, TableUrls links)
    {
        var state = resolved.State;
        var shown = (state.Grouping is null ? resolved.Columns : resolved.GroupColumns).All;
        if (OwnColumns.IsFixed(field) || shown.Count >= TableState.MaxColumns || shown.Any(column => column.Field == field))
        {
            yield break;
        }

        var url = links.To(state with { Columns = [.. shown, new ColumnSpec(field)] });
        yield return new("column", "layout-three-columns", "Show as a column", field.ToString(), url);
    }

    // Groups by ids, times and durations would be of one run each.
    private static IEnumerable<ValueChoice> Group(RunField field, TableState state, TableUrls links)
    {
        if (field.OwnField is { Kind: OwnKind.Id or OwnKind.Time or OwnKind.Duration }
            || state.Grouping?.Settles(field) == true
            || state.Grouping?.Keys.Count >= RunGrouping.MaxKeys)
        {
            yield break;
        }

        var grouping = state.Grouping is { } now ? now with { Keys = [.. now.Keys, field] } : new RunGrouping { Keys = [field] };
        var text = state.Grouping is null ? "Group by it" : "Group by it too";
        yield return new("group", "collection", text, grouping.ToString(), new GroupUrls(links, state).By(grouping));
    }
}
