using System.Globalization;
using System.Text;
using Microsoft.Extensions.Primitives;
using Sacredboard.Web.Curves;
using Sacredboard.Web.RunAddress;
using Sacredboard.Web.Table;

namespace Sacredboard.Web.Compare;

/// <summary>The address of a comparison: the only place where a <see cref="CompareState"/> is written to a URL and read from one.</summary>
public static class CompareUrl
{
    public const int MaxLegend = 300;

    public const int MaxNote = 2000;

    private const int MaxHidden = 500;

    // Of a table's parameters these say which runs are compared.
    private static readonly string[] OfRuns = ["q", "tz", "status", "group", "seeds", "sort"];

    /// <param name="parameters">The parameters of the address.</param>
    /// <param name="problems">Those that cannot be read, which are ignored.</param>
    public static CompareState Read(IQueryCollection parameters, out IReadOnlyList<TableProblem> problems)
    {
        var ofRuns = OfRuns.Where(parameters.ContainsKey).ToDictionary(name => name, name => parameters[name]);
        var runs = TableUrl.Read(new QueryCollection(ofRuns));
        var wrong = runs.Problems.ToList();
        var look = GroupLook.Read(parameters, out var problem);
        if (problem is not null)
        {
            wrong.Add(new(problem.Parameter, problem.Detail) { IsIgnored = true });
        }

        var state = new CompareState
        {
            Ids = List(parameters["ids"], int.MaxValue),
            Runs = runs.State,
            All = parameters["all"].LastOrDefault() == "true",
            Tab = ParameterChoice.Read("tab", CompareTab.Metrics, parameters, wrong),
            Hidden = List(parameters["hide"], MaxHidden),
            Legend = Text("legend", MaxLegend),
            Keys = ParameterChoice.Read("keys", ComparedKeys.Differ, parameters, wrong),
            Look = look ?? GroupLook.Usual,
            Plot = PlotLook.Read(parameters, wrong),
            Table = TableChoice.Read(parameters, wrong),
            Figure = FigureChoice.Read(parameters, wrong),
            Note = Text("note", MaxNote).ReplaceLineEndings("\n"),
            View = View(parameters["view"].LastOrDefault()),
            Diff = DiffLook.Read(parameters, wrong),
            Page = RunPageState.Read(parameters),
        };
        problems = wrong;
        return state;

        string Text(string name, int max)
        {
            var text = parameters[name].LastOrDefault() ?? "";
            if (text.Length > max)
            {
                wrong.Add(new(name, $"At most {max} characters are allowed.") { IsIgnored = true });
            }

            return text.Length > max ? "" : text.Trim();
        }
    }

    public static string Write(string path, CompareState state)
    {
        var url = new StringBuilder(path);
        foreach (var (name, value) in Pairs(state))
        {
            url.Append(url.Length == path.Length ? '?' : '&').Append(name).Append('=').Append(TableUrl.Encode(value));
        }

        return url.ToString();
    }

    /// <summary>The parameters of the state's address; defaults are left out.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Pairs(CompareState state) =>
    [
        .. Named("ids", string.Join(',', state.Ids)),
        .. TableUrl.Pairs(OnlyRuns(state.Runs)),
        .. Named("all", state.All ? "true" : ""),
        .. Named("tab", ParameterChoice.Write(state.Tab) ?? ""),
        .. Named("hide", string.Join(',', state.Hidden)),
        .. Named("legend", state.Legend),
        .. Named("keys", ParameterChoice.Write(state.Keys) ?? ""),
        .. state.Look.Pairs(),
        .. state.Plot.Pairs(),
        .. state.Table.Pairs(),
        .. state.Figure.Pairs(),
        .. Named("note", state.Note),
        .. Named("view", state.View?.ToString(CultureInfo.InvariantCulture) ?? ""),
        .. state.Diff.Pairs(),
        .. state.Page.Pairs(),
    ];

    /// <summary>A table with only those parts that say which runs are compared.</summary>
    public static TableState OnlyRuns(TableState table) => new()
    {
        Text = table.Text,
        Zone = table.Zone,
        Statuses = table.Statuses,
        Grouping = table.Grouping,
        Sort = table.Sort,
        GroupSort = table.GroupSort,
    };

    private static long? View(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var view) ? view : null;

    // Neither the names of runs nor the keys of groups hold a comma.
    private static IReadOnlyList<string> List(StringValues values, int max) =>
    [
        .. values.OfType<string>().SelectMany(value => value.Split(',', StringSplitOptions.RemoveEmptyEntries))
            .Distinct(StringComparer.Ordinal).Take(max),
    ];

    private static IEnumerable<KeyValuePair<string, string>> Named(string name, string value) =>
        value.Length == 0 ? [] : [new(name, value)];
}
