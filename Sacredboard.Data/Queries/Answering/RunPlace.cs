using Sacredboard.Data.Catalog.Storage;

namespace Sacredboard.Data.Queries.Answering;

/// <summary>Where a run is among the runs of a result or of a group.</summary>
/// <param name="Index">From 0.</param>
/// <param name="Count">Number of these runs.</param>
/// <param name="Previous">The run before it; null for the first.</param>
/// <param name="Next">The run after it; null for the last.</param>
public sealed record RunPlace(int Index, int Count, CatalogRun? Previous, CatalogRun? Next);
