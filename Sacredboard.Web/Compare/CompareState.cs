using Sacredboard.Web.Curves;
using Sacredboard.Web.RunAddress;
using Sacredboard.Web.Table;

namespace Sacredboard.Web.Compare;

/// <summary>The parts of a page that compares runs.</summary>
public enum CompareTab
{
    Metrics,
    Table,
    Scatter,
    Parallel,
    Significance,
    Importance,
    Config,
    Output,
    Sources,
    Environment,
    Images,
}

/// <summary>The config keys that a comparison lists.</summary>
public enum ComparedKeys
{
    /// <summary>Those whose values differ between the runs, or that some lack.</summary>
    Differ,
    All,
    Same,
}

/// <summary>The whole state of a page that compares runs, as <see cref="CompareUrl"/> reads it from its address and writes it.</summary>
public sealed record CompareState
{
    /// <summary>The names of the runs, see <see cref="Sources.RunNames"/>; empty for those that <see cref="Runs"/> finds.</summary>
    public IReadOnlyList<string> Ids { get; init; } = [];

    /// <summary>Query, statuses, order and grouping of the runs; a table's other parts are not used.</summary>
    public TableState Runs { get; init; } = new();

    /// <summary>All runs are compared, although nothing says which.</summary>
    public bool All { get; init; }

    /// <summary>The address says which runs are compared.</summary>
    public bool IsAsked => All || Ids.Count > 0 || Runs.IsFiltered || Runs.Grouping is not null || Runs.Sort.Count > 0;

    public CompareTab Tab { get; init; }

    /// <summary>The keys of runs or groups whose curves are not drawn.</summary>
    public IReadOnlyList<string> Hidden { get; init; } = [];

    /// <summary>The template of the names in the legend; "" for the config keys that differ.</summary>
    public string Legend { get; init; } = "";

    public ComparedKeys Keys { get; init; }

    public GroupLook Look { get; init; } = GroupLook.Usual;

    public PlotLook Plot { get; init; } = new();

    public TableChoice Table { get; init; } = TableChoice.Usual;

    /// <summary>The number by which the runs are judged.</summary>
    public FigureChoice Figure { get; init; } = FigureChoice.Usual;

    /// <summary>What was written about the comparison, in Markdown; "" for nothing.</summary>
    public string Note { get; init; } = "";

    /// <summary>The saved view that the page was opened from; null for none.</summary>
    public long? View { get; init; }

    /// <summary>What the tabs that lay runs side by side show.</summary>
    public DiffLook Diff { get; init; } = new();

    /// <summary>The table that the page was opened from, and the settings of charts.</summary>
    public RunPageState Page { get; init; } = new();
}
