using Sacredboard.Data.Catalog.Storage;

namespace Sacredboard.Web.Models.RunPage;

/// <summary>The place of a run in the table that its page was opened from.</summary>
/// <param name="TableUrl">The table, at the run.</param>
/// <param name="Position">"3 of 24"; null when the run is not in the table.</param>
/// <param name="Previous">The run above it in the table or group; null for the first.</param>
/// <param name="Next">The run below it; null for the last.</param>
public sealed record RunNeighbours(string TableUrl, string? Position, CatalogRun? Previous, CatalogRun? Next);
