using System.Globalization;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries.Columns;
using Sacredboard.Data.Queries.Grouping;
using Sacredboard.Data.Queries.Language;
using Sacredboard.Data.Values;
using Sacredboard.Web.Columns;
using Sacredboard.Web.Formatting;

namespace Sacredboard.Web.Table;

/// <summary>The parameters of a table's address.</summary>
internal static class TableParameters
{
    public static readonly TableParameter Group = new("group", state => Given(state.Grouping?.ToString()), GroupParameters.ReadGroup);

    public static readonly TableParameter Zone = new(
        "tz", state => Given(state.Zone?.Id), (state, values) => state with { Zone = ReadZone(values) });

    private const int MaxPage = 1_000_000;
    private const int MaxOpen = 20;
    private const int MaxOff = 20;
    private const int MaxFaults = 5;

    private static readonly TableParameter Seeds = new(
        "seeds", state => Given(state.Grouping?.Seeds.ToString()), GroupParameters.ReadSeeds);

    /// <summary>In the order in which an address is written.</summary>
    public static readonly IReadOnlyList<TableParameter> All =
    [
        new("q", state => NotEmpty(state.Text), (state, values) => state with { Text = values.One().Trim() }),
        Zone,
        new("off", state => state.Off, (state, values) => state with { Off = Off(values) }),
        new("status", state => state.Statuses, (state, values) => state with { Statuses = [.. values.All.Distinct()] }),
        Group,
        Seeds,
        new("sort", state => NotEmpty(state.Grouping is null ? FieldList.ToText(state.Sort) : GroupSort.ToText(state.GroupSort)), Sort),
        new(
            "columns",
            state => Given(state.Columns is null ? null : ColumnList.ToText(state.Columns)),
            (state, values) => state with { Columns = Columns(values) }),
        new(
            "page",
            state => Unless(state.Page == 1, state.Page),
            (state, values) =>
                state with { Page = values.Number(number => number is >= 1 and <= MaxPage, "a number from 1 on") ?? state.Page }),
        new(
            "size",
            state => Unless(state.Size == TableState.DefaultSize, state.Size),
            (state, values) => state with { Size = values.Number(TableState.Sizes.Contains, "25, 50, 100 or 200") ?? state.Size }),
        new("open", state => NotEmpty(string.Join(',', state.Open)), (state, values) => state with { Open = Open(state, values) }),
        new("charts", state => Given(state.Charts?.ToString()), (state, values) => state with { Charts = Charts(values) }),
        new(
            "view",
            state => Given(state.View?.ToString(CultureInfo.InvariantCulture)),
            (state, values) => state with { View = View(values) }),
        .. TermParameters.All,
    ];

    /// <summary>The parameters that are read first, because the meaning of others depends on them.</summary>
    public static readonly IReadOnlyList<TableParameter> First = [Group, Seeds];

    /// <summary>The parameters that are read last, because their meaning depends on the others.</summary>
    public static readonly IReadOnlyList<TableParameter> Last = TermParameters.All;

    private static IEnumerable<string> Given(string? value) => value is null ? [] : [value];

    private static IEnumerable<string> NotEmpty(string value) => value.Length == 0 ? [] : [value];

    private static IEnumerable<string> Unless(bool isDefault, int value) => isDefault ? [] : [value.ToString(CultureInfo.InvariantCulture)];

    private static IReadOnlyList<string> Off(ParameterValues values)
    {
        var terms = new List<string>();
        foreach (var term in values.All.Select(value => value.Trim()).Where(value => value.Length > 0).Distinct())
        {
            if (QueryParser.TryParse(term, out _, out var error))
            {
                terms.Add(term);
            }
            else
            {
                values.Ignore($"“{Ellipsis.End(term, ParameterValues.MaxQuote)}” is not a query: {error.Message}.");
            }
        }

        return values.AtMost(MaxOff, terms);
    }

    private static TimeZoneInfo? ReadZone(ParameterValues values)
    {
        var name = values.One();
        if (name.Length > 0 && VisitorZone.Find(name) is null)
        {
            var shown = Ellipsis.End(name, ParameterValues.MaxQuote);
            values.Ignore($"“{shown}” is not the name of a time zone, such as Europe/Berlin or UTC.");
        }

        return VisitorZone.Find(name);
    }

    private static TableState Sort(TableState state, ParameterValues values)
    {
        if (state.Grouping is not null)
        {
            return GroupParameters.ReadSort(state, values);
        }

        var text = values.One();
        if (FieldList.TryParseSort(text, out var sort, out var position))
        {
            return state with { Sort = values.AtMost(SortStep.MaxLevels, sort) };
        }

        values.Ignore(text, position, "Write fields with commas between, a - in front for descending: -started,lr");
        return state;
    }

    private static IReadOnlyList<string> Open(TableState state, ParameterValues values)
    {
        IReadOnlyList<string> open = [.. values.One().Split(',', StringSplitOptions.RemoveEmptyEntries).Distinct().Take(MaxOpen)];
        return state.Grouping is null ? open : GroupParameters.Open(open, values);
    }

    // Each field once, without the fixed columns status and id. If no part can be read, the table keeps its default columns.
    private static IReadOnlyList<ColumnSpec>? Columns(ParameterValues values)
    {
        var text = values.One();
        var (columns, faults) = (new List<ColumnSpec>(), 0);
        foreach (var (start, part) in FieldList.Parts(text))
        {
            if (ColumnSpec.Read(part, out var fault) is { } column)
            {
                columns.Add(column);
            }

            if (fault is not null && ++faults <= MaxFaults)
            {
                var inside = RunField.TryParse(part, out _, out var position) ? 0 : position;
                values.Ignore(fault, start + inside);
            }
        }

        return columns.Count == 0 && faults > 0
            ? null
            : values.AtMost(
                TableState.MaxColumns,
                [.. columns.DistinctBy(column => column.Field).Where(column => !OwnColumns.IsFixed(column.Field))]);
    }

    private static TableCharts? Charts(ParameterValues values)
    {
        var text = values.One();
        if (text.Length > 0 && TableCharts.Read(text) is null)
        {
            values.Ignore($"“{Ellipsis.End(text, ParameterValues.MaxQuote)}” is neither on nor metric: and the name of a metric, nor "
                + "joined: before these.");
        }

        return TableCharts.Read(text);
    }

    private static long? View(ParameterValues values)
    {
        var text = values.One();
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            return id;
        }

        values.Ignore($"“{text}” is not the number of a saved view.");
        return null;
    }
}
