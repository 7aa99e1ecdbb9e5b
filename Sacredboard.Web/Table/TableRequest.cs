using Microsoft.Extensions.Primitives;
using Sacredboard.Web.Sources;

namespace Sacredboard.Web.Table;

/// <summary>
/// A request for a table of a source's runs as a page, an export or JSON. Every action that takes a query has a parameter of this type,
/// so that all read addresses, report problems and handle queries that depend on time in the same way.
/// </summary>
public sealed class TableRequest(Source source, SourceUrls urls, IQueryCollection parameters)
{
    private string _defaultGroup = "";
    private TableReading? _reading;

    public Source Source => source;

    public SourceUrls Urls => urls;

    /// <summary>The state in the address.</summary>
    public TableState State => Reading.State;

    /// <summary>The parameters that could not be read.</summary>
    public IReadOnlyList<TableProblem> Problems => Waiting.Problem is { } problem ? [.. Reading.Problems, problem] : Reading.Problems;

    /// <summary>For how long the answer may wait for statistics of metrics, see <see cref="TableWaiter"/>.</summary>
    public TimeSpan Wait => TimeSpan.FromSeconds(Waiting.Seconds);

    /// <summary>The address contains a step; <see cref="State"/> is the state after it.</summary>
    public bool IsStep => Reading.IsStep;

    /// <summary>Index of the query in its parameter, after leading spaces.</summary>
    public int QueryStart => parameters["q"].LastOrDefault() is { } text ? text.Length - text.TrimStart().Length : 0;

    /// <summary>The parameter <c>columns</c> as written; "" without one.</summary>
    public string ColumnsText => parameters["columns"].LastOrDefault() ?? "";

    /// <summary>The parameter <c>group</c> as written, or its default; "" without both.</summary>
    public string GroupText
    {
        get
        {
            var given = new ParameterValues("group", parameters["group"], []).Joined;
            return string.IsNullOrWhiteSpace(given) ? _defaultGroup : given;
        }
    }

    private TableWait Waiting => TableWait.Read(parameters[TableWait.Name]);

    private TableReading Reading => _reading ??= TableUrl.Read(parameters);

    /// <summary>The request with only these parameters, for the API, whose addresses have other parameters as well.</summary>
    /// <param name="names">The parameters of a table that the action takes.</param>
    public TableRequest Only(params ReadOnlySpan<string> names)
    {
        var kept = new Dictionary<string, StringValues>();
        foreach (var name in (string[])[.. names, TableParameters.Zone.Name])
        {
            if (parameters.TryGetValue(name, out var values))
            {
                kept[name] = values;
            }
        }

        return new(source, urls, new QueryCollection(kept));
    }

    /// <summary>The request for groups even if the address has no <c>group</c>, and without default columns.</summary>
    /// <param name="defaultGroup">The default of <c>group</c>.</param>
    public TableRequest GroupedBy(string defaultGroup)
    {
        var reading = TableUrl.Read(parameters, defaultGroup);
        var state = reading.State with { Columns = reading.State.Columns ?? [] };
        return new(source, urls, parameters) { _defaultGroup = defaultGroup, _reading = reading with { State = state } };
    }

    /// <summary>The state, resolved in the source's current snapshot.</summary>
    public ResolvedTable Resolve() => ResolvedTable.Of(source, State);
}
