using System.Globalization;
using Microsoft.Extensions.Primitives;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries.Columns;
using Sacredboard.Data.Queries.Language;
using Sacredboard.Web.Formatting;

namespace Sacredboard.Web.Table;

/// <summary>
/// Reads a <see cref="TableState"/> from the URL. What cannot be understood is left out of account and named; nothing a
/// client sends is an error of ours.
/// </summary>
public sealed class TableUrlReader
{
    private const int MaxPage = 1_000_000;
    private const int MaxOpen = 20;
    private const int MostFaults = 5;
    private const int MaxOff = 20;
    private const int LongestQuote = 80;

    private readonly List<TableProblem> _problems = [];

    public IReadOnlyList<TableProblem> Problems => _problems;

    /// <summary>The address asked for a step from the view in it: the view that was read is the next one, whose own address is better kept.</summary>
    public bool IsStep { get; private set; }

    /// <param name="also">Names of parameters that are someone else's.</param>
    public TableState Read(IQueryCollection parameters, params ReadOnlySpan<string> also)
    {
        var query = new TableState { Grouping = GroupParameters.Read(parameters, _problems) };
        var step = "";
        foreach (var (name, values) in parameters)
        {
            var value = values.LastOrDefault() ?? "";
            step = name == "order" ? values.LastOrDefault(one => !string.IsNullOrEmpty(one)) ?? "" : step;
            query = name switch
            {
                "order" => query,
                "q" => query with { Text = One(name, values).Trim() },
                "off" => query with { Off = Off(values) },
                "status" => query with { Statuses = [.. values.OfType<string>().Distinct()] },
                "sort" when query.Grouping is not null => GroupParameters.WithSort(query, One(name, values), _problems),
                "sort" => query with { Sort = Sort(One(name, values)) },
                "columns" => query with { Columns = Columns(One(name, values)) },
                "page" => query with { Page = Number(name, One(name, values), number => number is >= 1 and <= MaxPage, "a number from 1 on") ?? query.Page },
                "size" => query with { Size = Number(name, One(name, values), TableState.Sizes.Contains, "25, 50, 100 or 200") ?? query.Size },
                "open" => query with { Open = Open(One(name, values), query.Grouping is not null) },
                "view" => query with { View = Id(name, One(name, values)) },
                _ => also.Contains(name) || GroupParameters.Has(name) ? query : Unknown(query, name),
            };
        }

        return step.Length == 0 ? query : Step(query, step);
    }

    private TableState Step(TableState query, string step)
    {
        var next = query.Grouping is not null
            ? SortStep.Apply(step, query.GroupSort) is { } levels ? GroupParameters.WithSort(query, levels) : null
            : SortStep.Apply(step, query.Sort) is { } sort ? query with { Sort = sort } : null;
        if (next is not null)
        {
            IsStep = true;
            return next with { Page = 1, Open = [] };
        }

        _problems.Add(new("order", $"Ignored, “{step}” is no step from one order to another."));
        return query;
    }

    private TableState Unknown(TableState query, string name)
    {
        _problems.Add(new(name, "Ignored, there is no such parameter. There are q, off, status, sort, columns, group, seeds, page, size, open, view and edit."));
        return query;
    }

    private string One(string name, StringValues values)
    {
        if (values.Count > 1)
        {
            _problems.Add(new(name, "It is given more than once; the last one counts."));
        }

        return values.LastOrDefault() ?? "";
    }

    private IReadOnlyList<string> Off(StringValues values)
    {
        var terms = new List<string>();
        foreach (var term in values.Select(value => value?.Trim() ?? "").Where(value => value.Length > 0).Distinct())
        {
            if (QueryParser.TryParse(term, out _, out var error))
            {
                terms.Add(term);
            }
            else
            {
                _problems.Add(new("off", $"Ignored, “{Ellipsis.End(term, LongestQuote)}” is no query: {error.Message}."));
            }
        }

        return AtMost(MaxOff, "off", terms);
    }

    private IReadOnlyList<RunSort> Sort(string text)
    {
        if (FieldList.TryParseSort(text, out var sort, out var position))
        {
            return AtMost(SortStep.MostLevels, "sort", sort);
        }

        _problems.Add(new("sort", $"Ignored, “{text}” cannot be read from character {position + 1} on. Write fields with commas between, a - in front for descending: -started,lr"));
        return [];
    }

    private IReadOnlyList<string> Open(string text, bool isGrouped)
    {
        IReadOnlyList<string> open = [.. text.Split(',', StringSplitOptions.RemoveEmptyEntries).Distinct().Take(MaxOpen)];
        return isGrouped ? GroupParameters.Open(open, _problems) : open;
    }

    private IReadOnlyList<ColumnSpec>? Columns(string text)
    {
        var columns = ColumnList.Read(text, out var faults);
        foreach (var fault in faults.Take(MostFaults))
        {
            _problems.Add(new("columns", fault));
        }

        // Status and id stand in front anyway. Of what is all wrong nothing would be left.
        return columns.Count == 0 && faults.Count > 0
            ? null
            : AtMost(TableState.MostColumns, "columns", [.. columns.Where(column => column.Field != RunField.Own("status") && column.Field != RunField.Own("id"))]);
    }

    private IReadOnlyList<T> AtMost<T>(int max, string name, IReadOnlyList<T> fields)
    {
        if (fields.Count <= max)
        {
            return fields;
        }

        _problems.Add(new(name, $"There may be {max} fields; the first ones count."));
        return [.. fields.Take(max)];
    }

    private long? Id(string name, string text)
    {
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            return id;
        }

        _problems.Add(new(name, $"Ignored, “{text}” is not the number of a saved view."));
        return null;
    }

    private int? Number(string name, string text, Func<int, bool> isAllowed, string allowed)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && isAllowed(number))
        {
            return number;
        }

        _problems.Add(new(name, $"Ignored, “{text}” is not {allowed}."));
        return null;
    }
}
