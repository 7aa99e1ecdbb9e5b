using Microsoft.Extensions.Primitives;
using Sacredboard.Web.Sources;

namespace Sacredboard.Web.Table;

/// <summary>
/// A request for a table of a source's runs, whatever form the answer has. Every action that answers a query has a parameter of this type,
/// so that all of them read the address, name what is wrong with it and depend on time in the same way.
/// </summary>
public sealed class TableRequest(Source source, SourceUrls urls, IQueryCollection parameters)
{
    private string _usualGroup = "";
    private TableReading? _reading;

    public Source Source => source;

    public SourceUrls Urls => urls;

    /// <summary>As it stands in the address.</summary>
    public TableState State => Reading.State;

    /// <summary>What of the address could not be understood.</summary>
    public IReadOnlyList<TableProblem> Problems => Reading.Problems;

    /// <summary>The address asked for a step: the state is where it leads to.</summary>
    public bool IsStep => Reading.IsStep;

    /// <summary>Where the query begins in its parameter, behind blanks.</summary>
    public int QueryStart => parameters["q"].LastOrDefault() is { } text ? text.Length - text.TrimStart().Length : 0;

    /// <summary>The columns as they are written in the address; "" for none.</summary>
    public string ColumnsText => parameters["columns"].LastOrDefault() ?? "";

    /// <summary>What the runs are grouped by, as it is written; "" for nothing.</summary>
    public string GroupText => new ParameterValues("group", parameters["group"], []).Joined is { Length: > 0 } given ? given : _usualGroup;

    private TableReading Reading => _reading ??= TableUrl.Read(parameters);

    /// <summary>The same as a script asks it, which has parameters besides: of all others nothing is read.</summary>
    /// <param name="names">The parameters of a table that there are.</param>
    public TableRequest Only(params ReadOnlySpan<string> names)
    {
        var kept = new Dictionary<string, StringValues>();
        foreach (var name in names)
        {
            if (parameters.TryGetValue(name, out var values))
            {
                kept[name] = values;
            }
        }

        return new(source, urls, new QueryCollection(kept));
    }

    /// <summary>The same of groups also where the address does not say so, with no columns but those that it names.</summary>
    /// <param name="usual">What the runs are grouped by then.</param>
    public TableRequest GroupedBy(string usual)
    {
        var reading = TableUrl.Read(parameters, usual);
        var state = reading.State with { Columns = reading.State.Columns ?? [] };
        return new(source, urls, parameters) { _usualGroup = usual, _reading = reading with { State = state } };
    }

    /// <summary>What is asked of the source's runs as they are now.</summary>
    public AskedTable Ask() => AskedTable.Of(source.Catalog.Snapshot, State);
}
