using Sacredboard.Data.Values;
using Sacredboard.Web.Formatting;
using Sacredboard.Web.Models.Shared;
using Sacredboard.Web.Terminal;
using Sacredboard.Web.Tracebacks;

namespace Sacredboard.Web.Models.RunPage;

/// <summary>The first tab of a run's page.</summary>
public sealed record RunOverviewViewModel : RunTabContent
{
    public required string MetricsUrl { get; init; }

    public required string OutputUrl { get; init; }

    public required string FilesUrl { get; init; }

    /// <summary>It has not started yet.</summary>
    public required bool IsQueued { get; init; }

    /// <summary>Null for a run that did not fail.</summary>
    public required Traceback? Failure { get; init; }

    /// <summary>Null for a run that was recorded until its end, or still is.</summary>
    public required RunSilence? Silence { get; init; }

    public required IReadOnlyList<RunFact> Facts { get; init; }

    public required RunResult? Result { get; init; }

    public required string? Comment { get; init; }

    public required string? Notes { get; init; }

    public required IReadOnlyList<string> Tags { get; init; }

    /// <summary>The run and the field of its tags, to filter by.</summary>
    public required string TagsOf { get; init; }

    /// <summary>The first few metrics.</summary>
    public required IReadOnlyList<RunChart> Curves { get; init; }

    public required int MetricCount { get; init; }

    /// <summary>The last rows of the output.</summary>
    public required IReadOnlyList<TerminalRow> Output { get; init; }

    public required long OutputLength { get; init; }

    /// <summary>The run's artifacts.</summary>
    public required IReadOnlyList<RunFileViewModel> Artifacts { get; init; }

    public required RunDifference? Difference { get; init; }

    /// <summary>Null for a run that does not go on, or that has nothing to choose from.</summary>
    public required RunProgressViewModel? Progress { get; init; }

    public required RunLineage Lineage { get; init; }

    /// <summary>The runs that it went on from and that went on from it; null for a run that stands alone.</summary>
    public RunChain? Chain { get; init; }

    /// <summary>Where the numbers of runs like it are read.</summary>
    public required string AlikeUrl { get; init; }

    /// <summary>Of a run without curves, whose settings are the most telling; else null.</summary>
    public required TreeViewModel? Config { get; init; }
}

/// <summary>A result: one value, the pairs of a small object, or a tree.</summary>
/// <param name="Value">Decoded, secrets masked.</param>
/// <param name="Pairs">Null unless it is an object with a few simple values.</param>
/// <param name="Tree">Null unless only a tree can show it.</param>
public sealed record RunResult(SacredValue Value, IReadOnlyList<(string Key, CellText Value)>? Pairs, TreeViewModel? Tree);
