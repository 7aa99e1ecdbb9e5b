using System.Collections.Concurrent;
using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Queries.Columns;
using Sacredboard.Data.Queries.Suggesting;
using Sacredboard.Data.Runs;

namespace Sacredboard.Data.Catalog.Snapshots;

/// <summary>The runs of a snapshot, which those after it share until a run changes.</summary>
/// <param name="Slots">Shared with later contents: it may have ids that this one has not.</param>
internal sealed record CatalogContent(RunList Runs, ConcurrentDictionary<RunId, int> Slots, PackView Packed)
{
    private readonly Lazy<ColumnListing> _columns = new(() => ColumnListing.Of(Runs, Packed.Paths));

    public static CatalogContent Empty => new(RunList.Empty, new(), PackView.Empty);

    private Suggester? _suggester;
    private HashSet<int>? _configPaths;

    public ColumnListing Columns => _columns.Value;

    /// <summary>The config paths that any run has, those of objects included.</summary>
    public IReadOnlySet<int> ConfigPaths => _configPaths ??= Queries.Evaluation.ConfigPaths.Of(Runs);

    public Suggester Suggester => _suggester ??= new(Runs, _columns);
}
