using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.WebUtilities;

namespace Sacredboard.Web.Table;

/// <summary>
/// The address of a table: the only place where a <see cref="TableState"/> is written to a URL and read from one. Defaults are left out,
/// and reading what was written gives the same state.
/// </summary>
public static class TableUrl
{
    private const string Step = "order";

    private static readonly Dictionary<string, TableParameter> ByName = TableParameters.All.ToDictionary(parameter => parameter.Name);

    private static readonly string Known =
        string.Join(", ", TableParameters.All.Select(parameter => parameter.Name).SkipLast(1)) + " and " + TableParameters.All[^1].Name;

    /// <param name="parameters">The parameters of the address.</param>
    /// <param name="group">The default of <c>group</c>; "" for none.</param>
    public static TableReading Read(IQueryCollection parameters, string group = "")
    {
        var problems = new List<TableProblem>();
        var state = new TableState();

        // The meaning of sort and open depends on the grouping, and an edited term must be part of the query.
        foreach (var parameter in TableParameters.First)
        {
            var values = parameters[parameter.Name];
            values = parameter == TableParameters.Group && values.All(string.IsNullOrWhiteSpace) ? group : values;
            state = parameter.Read(state, new(parameter.Name, values, problems));
        }

        foreach (var (name, values) in parameters)
        {
            if (!ByName.TryGetValue(name, out var parameter))
            {
                AddUnknown(name, problems);
            }
            else if (!TableParameters.First.Contains(parameter) && !TableParameters.Last.Contains(parameter))
            {
                state = parameter.Read(state, new(name, values, problems));
            }
        }

        foreach (var parameter in TableParameters.Last.Where(parameter => parameters.ContainsKey(parameter.Name)))
        {
            state = parameter.Read(state, new(parameter.Name, parameters[parameter.Name], problems));
        }

        return Take(parameters[Step].LastOrDefault(step => !string.IsNullOrEmpty(step)), state, problems);
    }

    /// <param name="query">The query string of an address, with or without the question mark.</param>
    public static TableReading Read(string? query) => Read(new QueryCollection(QueryHelpers.ParseQuery(query)));

    public static string Write(string path, TableState state)
    {
        var url = new StringBuilder(path);
        foreach (var (name, value) in Pairs(state))
        {
            url.Append(url.Length == path.Length ? '?' : '&').Append(name).Append('=').Append(Encode(value));
        }

        return url.ToString();
    }

    /// <summary>The parameters of the state's address.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Pairs(TableState state) =>
        from parameter in TableParameters.All
        from value in parameter.Write(state)
        select KeyValuePair.Create(parameter.Name, value);

    // Commas need no encoding in a query string, and lists are easier to read with them.
    public static string Encode(string value) => UrlEncoder.Default.Encode(value).Replace("%2C", ",", StringComparison.Ordinal);

    private static void AddUnknown(string name, List<TableProblem> problems)
    {
        if (name is not (Step or TableWait.Name))
        {
            problems.Add(new(name, $"Unknown parameter. The parameters are {Known}.") { IsIgnored = true });
        }
    }

    private static TableReading Take(string? step, TableState state, List<TableProblem> problems)
    {
        if (step is null)
        {
            return new(state, problems, IsStep: false);
        }

        if (state.Take(step) is { } next)
        {
            return new(next with { Page = 1, Open = [] }, problems, IsStep: true);
        }

        problems.Add(new(Step, $"“{step}” is not a change of the order.") { IsIgnored = true });
        return new(state, problems, IsStep: false);
    }
}
