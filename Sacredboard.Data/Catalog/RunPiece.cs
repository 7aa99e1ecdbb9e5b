using System.Collections.Concurrent;
using Sacredboard.Data.Querying;
using Sacredboard.Data.Querying.Columns;

namespace Sacredboard.Data.Catalog;

/// <summary>
/// Some of the runs, which never change any more, with what queries found of them in columns. Snapshots share the pieces
/// that are the same in both, so a new one costs its queries only what really is new. Safe for concurrent use.
/// </summary>
internal sealed class RunPiece(CatalogRun?[] runs)
{
    public const int Size = 1024;

    /// <summary>So many sort orders are remembered; of 100,000 runs each takes 1.6 MB.</summary>
    private const int MostSortColumns = 8;

    private readonly ConcurrentDictionary<RunField, SortColumn> _sortColumns = new();
    private SearchColumns? _searchColumns;
    private PieceFields? _fields;

    public CatalogRun? this[int index] => runs[index];

    public SearchColumns Search => _searchColumns ??= SearchColumns.Of(runs);

    /// <summary>Which fields these runs have.</summary>
    public PieceFields Fields => _fields ??= PieceFields.Of(runs);

    public SortColumn SortBy(RunField field)
    {
        if (!_sortColumns.TryGetValue(field, out var column))
        {
            if (_sortColumns.Count >= MostSortColumns)
            {
                _sortColumns.Clear();
            }

            _sortColumns[field] = column = SortColumn.Of(runs, field);
        }

        return column;
    }
}
