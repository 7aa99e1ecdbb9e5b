using System.Globalization;
using Microsoft.Extensions.Primitives;
using Sacredboard.Data.Querying;

namespace Sacredboard.Web.Models.Runs;

/// <summary>
/// Reads a <see cref="RunListQuery"/> from the URL. What cannot be understood is left out of account and named; nothing a
/// client sends is an error of ours.
/// </summary>
public sealed class RunListQueryReader
{
    private const int MaxPage = 1_000_000;
    private const int MaxOpen = 20;
    private const int MaxColumns = 60;
    private const int MaxSort = 8;

    private readonly List<RunListProblem> _problems = [];

    public IReadOnlyList<RunListProblem> Problems => _problems;

    /// <param name="also">Names of parameters that are someone else's.</param>
    public RunListQuery Read(IQueryCollection parameters, params ReadOnlySpan<string> also)
    {
        var query = new RunListQuery();
        foreach (var (name, values) in parameters)
        {
            var value = values.LastOrDefault() ?? "";
            query = name switch
            {
                "q" => query with { Text = One(name, values).Trim() },
                "status" => query with { Statuses = [.. values.OfType<string>().Distinct()] },
                "sort" => query with { Sort = Sort(One(name, values)) },
                "columns" => query with { Columns = Columns(One(name, values)) },
                "page" => query with { Page = Number(name, One(name, values), number => number is >= 1 and <= MaxPage, "a number from 1 on") ?? query.Page },
                "size" => query with { Size = Number(name, One(name, values), RunListQuery.Sizes.Contains, "25, 50, 100 or 200") ?? query.Size },
                "open" => query with { Open = [.. One(name, values).Split(',', StringSplitOptions.RemoveEmptyEntries).Distinct().Take(MaxOpen)] },
                _ => also.Contains(name) ? query : Unknown(query, name),
            };
        }

        return query;
    }

    private RunListQuery Unknown(RunListQuery query, string name)
    {
        _problems.Add(new(name, "Ignored, there is no such parameter. There are q, status, sort, columns, page, size and open."));
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

    private IReadOnlyList<RunSort> Sort(string text)
    {
        if (FieldList.TryParseSort(text, out var sort, out var position))
        {
            return AtMost(MaxSort, "sort", sort);
        }

        _problems.Add(new("sort", $"Ignored, “{text}” cannot be read from character {position + 1} on. Write fields with commas between, a - in front for descending: -started,lr"));
        return [];
    }

    private IReadOnlyList<RunField>? Columns(string text)
    {
        if (FieldList.TryParse(text, out var columns, out var position))
        {
            // Status and id stand in front anyway.
            return AtMost(MaxColumns, "columns", [.. columns.Distinct().Where(column => column != RunField.Own("status") && column != RunField.Own("id"))]);
        }

        _problems.Add(new("columns", $"Ignored, “{text}” cannot be read from character {position + 1} on. Write fields with commas between: experiment,started,lr"));
        return null;
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
