using Sacredboard.Data.Queries.MongoFilters;
using Sacredboard.Data.Stores;
using Sacredboard.Data.Values;

namespace Sacredboard.Web.Export;

/// <summary>Lines of Python that read the runs of a table, to be pasted into a notebook.</summary>
public static class PythonSnippets
{
    /// <param name="place">A collection of a MongoDB.</param>
    /// <param name="filter">The query as a filter of MongoDB.</param>
    public static string Pymongo(StorePlace place, MongoFilter filter)
    {
        var body = $"query = {PythonExpression.WriteLines(filter.Filter)}\n";
        var lines = new List<string>();
        lines.AddRange(new[] { "bson", "datetime" }.Where(module => body.Contains(module + '.', StringComparison.Ordinal))
            .Select(module => $"import {module}"));
        lines.Add("import pymongo");
        lines.Add("");
        lines.Add($"client = pymongo.MongoClient({PythonExpression.Quote($"{place.Scheme}://{place.Host}")})  # with your user and "
            + $"password, if it asks for them");
        lines.Add($"runs = client[{PythonExpression.Quote(place.Database!)}][{PythonExpression.Quote(place.Collection!)}]");
        lines.AddRange(filter.Remarks.Select(remark => "# " + Visible(remark)));
        lines.Add(body.TrimEnd());
        lines.Add($"for run in runs.find(query){Sort(filter)}:");
        lines.Add("""    print(run["_id"], run.get("result"))""");
        return string.Join('\n', lines) + "\n";
    }

    /// <param name="before">The code before and after scheme and host, which the page adds: it knows the server's public address.</param>
    public static (string Before, string After) Pandas(string csvUrl, IReadOnlyList<string> times)
    {
        var dates = times.Count == 0 ? "" : $", parse_dates=[{string.Join(", ", times.Select(PythonExpression.Quote))}]";
        return ("import pandas as pd\n\nruns = pd.read_csv(\"", $"{csvUrl.Replace("\"", "%22", StringComparison.Ordinal)}\"{dates})\n");
    }

    private static string Sort(MongoFilter filter) => filter.Sort.Count == 0 ? "" : $".sort({PythonExpression.Write(new SacredList(
        [.. filter.Sort.Select(level => new SacredList([new SacredText(level.Path), new SacredInteger(level.Descending ? -1 : 1)]))]))})";

    // A remark quotes a part of the query, which may contain line breaks.
    private static string Visible(string remark) =>
        string.Concat(remark.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c));
}
