using Sacredboard.Data.Fields;
using Sacredboard.Data.Values;
using Sacredboard.Web.Formatting;
using Sacredboard.Web.Models.Shared;
using Sacredboard.Web.Terminal;

namespace Sacredboard.Web.Models.Table;

/// <summary>The content of an expanded row.</summary>
public sealed record RowDetailViewModel
{
    public required string Segment { get; init; }

    /// <summary>The address of the run's page.</summary>
    public required string Url { get; init; }

    public required string MetricsUrl { get; init; }

    public required string OutputUrl { get; init; }

    public required TreeViewModel Config { get; init; }

    /// <summary>A few facts about host and code.</summary>
    public IReadOnlyList<RowDetailFact> Facts { get; init; } = [];

    /// <summary>The last rows of the output as a terminal shows them; empty without output.</summary>
    public IReadOnlyList<TerminalRow> Output { get; init; } = [];

    /// <summary>Length of the whole output in characters.</summary>
    public long OutputLength { get; init; }

    public SacredValue? Result { get; init; }

    public string? Failure { get; init; }

    public string? Comment { get; init; }

    public string? Notes { get; init; }

    public IReadOnlyList<Sparkline> Curves { get; init; } = [];

    /// <summary>Number of metrics, including those without a curve.</summary>
    public int MetricCount { get; init; }

    /// <summary>One sentence for each part that could not be read.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];
}

/// <param name="Full">The tooltip; null if <paramref name="Text"/> is complete.</param>
/// <param name="Field">The field that holds it, to filter by; null for none.</param>
public sealed record RowDetailFact(string Name, string Text, string? Full = null, RunField? Field = null);
