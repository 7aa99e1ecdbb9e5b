using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Web.Formatting;

namespace Sacredboard.Web.Models.Compare;

/// <summary>One run of a comparison.</summary>
/// <param name="Name">Names it in addresses and in the API.</param>
/// <param name="Title">Its name in the legend.</param>
/// <param name="Run">As the catalog knows it.</param>
public sealed record ComparedRun(string Name, string Title, CatalogRun Run, RunStyle Style)
{
    public required string Url { get; init; }

    /// <summary>The same page without the run; null where the runs are those of a query.</summary>
    public required string? RemoveUrl { get; init; }

    /// <summary>"#12".</summary>
    public string Id => "#" + Ellipsis.Middle(ValueText.Visible(Run.Id.ToString()), 28);

    public StatusLabel Status => StatusLabel.Of(Run);
}

/// <summary>One line of the legend: a run or a group of runs, and its curves in all charts.</summary>
/// <param name="Key">Names it in the address and in the charts.</param>
/// <param name="Title">Its name.</param>
/// <param name="Url">The page of the run, or the comparison of the runs of the group.</param>
/// <param name="ToggleUrl">The same page with its curves hidden, or shown again.</param>
public sealed record LegendEntry(string Key, string Title, RunStyle Style, string Url, bool IsHidden, string ToggleUrl)
{
    /// <summary>Of a run; null for a group.</summary>
    public StatusLabel? Status { get; init; }

    /// <summary>The number of runs of a group; null for a run.</summary>
    public int? Count { get; init; }

    /// <summary>The same page without the run; null where the runs are those of a query.</summary>
    public string? RemoveUrl { get; init; }
}
