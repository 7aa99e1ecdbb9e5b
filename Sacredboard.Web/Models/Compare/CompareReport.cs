namespace Sacredboard.Web.Models.Compare;

/// <summary>A comparison at one moment, to be kept and printed.</summary>
public sealed record CompareReport
{
    /// <summary>With the table.</summary>
    public required ComparePageViewModel Page { get; init; }

    /// <summary>It is of all runs that were asked for; otherwise more of them are still read.</summary>
    public required bool IsLoaded { get; init; }

    public required IReadOnlyList<ReportChart> Charts { get; init; }

    /// <summary>How many charts are left out.</summary>
    public required int LeftCharts { get; init; }

    /// <summary>Null for runs that are not grouped.</summary>
    public required CompareSignificance? Tests { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Where the comparison is, with scheme and host.</summary>
    public required string Address { get; init; }

    /// <summary>The styles of a page that opens without anything else.</summary>
    public string Style { get; init; } = "";
}

/// <param name="Name">The metric.</param>
/// <param name="Svg">The chart, safe to be put into a page.</param>
public sealed record ReportChart(string Name, string Svg);
