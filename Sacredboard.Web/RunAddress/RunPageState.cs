using System.Text;
using Sacredboard.Web.Table;

namespace Sacredboard.Web.RunAddress;

/// <summary>
/// What the address of a run's page carries besides the run: the table that it was opened from, and the settings of charts.
/// </summary>
public sealed record RunPageState
{
    public const string TableName = "table";
    public const string BaselineName = "baseline";
    public const string GoalName = "goal";

    /// <summary>The parameter whose value is to be remembered.</summary>
    public const string KeepName = "keep";

    /// <summary>Servers and proxies limit addresses; a longer table is carried without what it could do without.</summary>
    private const int MaxTable = 2000;
    private const int MaxBaseline = 300;

    public TableState Table { get; init; } = new();

    public ChartSettings Charts { get; init; } = new();

    /// <summary>Which run its config is compared with: a statistic of a metric, or an id; "" for the run before it.</summary>
    public string Baseline { get; init; } = "";

    public static RunPageState Read(IQueryCollection parameters) => new()
    {
        Table = TableUrl.Read(parameters[TableName].LastOrDefault()).State with { Edit = null },
        Charts = ChartParameters.Read(parameters),
        Baseline = parameters[BaselineName].LastOrDefault()?.Trim() is { Length: <= MaxBaseline } text ? text : "",
    };

    /// <summary>As the query string of an address; "" for the defaults.</summary>
    public string Query
    {
        get
        {
            var query = new StringBuilder();
            foreach (var (name, value) in Pairs())
            {
                query.Append(query.Length == 0 ? '?' : '&').Append(name).Append('=').Append(TableUrl.Encode(value));
            }

            return query.ToString();
        }
    }

    /// <summary>The parameters of an address that carries it; defaults are left out.</summary>
    public IEnumerable<KeyValuePair<string, string>> Pairs()
    {
        IEnumerable<TableState> candidates = [Table, Table with { Open = [] }, Table with { Open = [], Columns = null }];
        var table = candidates.Select(state => TableUrl.Write("", state).TrimStart('?'))
            .FirstOrDefault(text => text.Length <= MaxTable) ?? "";
        return [.. table.Length == 0 ? [] : (KeyValuePair<string, string>[])[new(TableName, table)], .. ChartParameters.Pairs(Charts),
            .. Baseline.Length == 0 ? [] : (KeyValuePair<string, string>[])[new(BaselineName, Baseline)]];
    }
}
