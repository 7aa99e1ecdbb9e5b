using Sacredboard.Data.Values;
using Sacredboard.Web.Formatting;
using Sacredboard.Web.Models.Shared;
using Sacredboard.Web.Terminal;

namespace Sacredboard.Web.Models.Table;

/// <summary>What a row of the table shows when it is expanded.</summary>
public sealed record RowDetailViewModel
{
    public required string Segment { get; init; }

    /// <summary>The run's own page.</summary>
    public required string Url { get; init; }

    public required TreeViewModel Config { get; init; }

    /// <summary>Host and environment, a few words each.</summary>
    public IReadOnlyList<RowDetailFact> Facts { get; init; } = [];

    /// <summary>The last rows that a terminal would show; empty without output.</summary>
    public IReadOnlyList<TerminalRow> Output { get; init; } = [];

    /// <summary>Length of the whole output in characters.</summary>
    public long OutputLength { get; init; }

    public SacredValue? Result { get; init; }

    public string? Failure { get; init; }

    public string? Comment { get; init; }

    public string? Notes { get; init; }

    public IReadOnlyList<Sparkline> Curves { get; init; } = [];

    /// <summary>Metrics there are, also those that are not drawn.</summary>
    public int MetricCount { get; init; }

    /// <summary>What could not be read, one sentence each.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];
}

/// <param name="Full">What hovering shows; null when <paramref name="Text"/> says all.</param>
public sealed record RowDetailFact(string Name, string Text, string? Full = null);
