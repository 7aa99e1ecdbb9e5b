using Sacredboard.Data.Catalog.Loading;
using Sacredboard.Web.Formatting;

namespace Sacredboard.Web.Models.Shared;

/// <summary>How current a page is, for the header.</summary>
/// <param name="Phase"><c>loading</c>, <c>live</c> or <c>unavailable</c>, for styles and scripts.</param>
/// <param name="Text">The text before the time: "live".</param>
/// <param name="AsOf">When the storage was last read successfully; null if never.</param>
/// <param name="Since">Since when reading fails; null while it works.</param>
/// <param name="Message">Why reading fails; null while it works.</param>
/// <param name="Limit">Why not all runs are there, or null.</param>
/// <param name="Remark">What was not looked into, one sentence, or null.</param>
public sealed record SourceStateViewModel(
    string Phase, string Text, DateTime? AsOf, DateTime? Since, string? Message, string? Limit, string? Remark = null)
{
    public bool IsLive => Phase == "live";

    public bool IsLoading => Phase == "loading";

    public bool IsUnavailable => Phase == "unavailable";

    public static SourceStateViewModel Of(CatalogState state)
    {
        var (phase, text) = state.Phase switch
        {
            CatalogPhase.Loading => ("loading", Progress(state)),
            CatalogPhase.Unavailable => ("unavailable", state.AsOf is null ? "not reachable" : "not reachable, as of"),
            _ => ("live", "live"),
        };
        return new(phase, text, state.AsOf?.UtcDateTime, state.UnavailableSince?.UtcDateTime, state.Message, state.Limit, state.Remark);
    }

    /// <summary>"loading 4,000 of 100,000", the total only once it is known.</summary>
    private static string Progress(CatalogState state) =>
        state.Total is { } total
            ? $"loading {NumberText.Count(state.Loaded)} of {NumberText.Count(total)}"
            : "loading";
}
