using System.Collections.Concurrent;
using Sacredboard.Data.Catalog.Columns;
using Sacredboard.Data.Fields;

namespace Sacredboard.Data.Catalog.Storage;

/// <summary>
/// Some of the runs, which never change any more, with what queries found of them in columns. Snapshots share the pieces
/// that are the same in both, so a new one costs its queries only what really is new. Safe for concurrent use.
/// </summary>
internal sealed class RunPiece(CatalogRun?[] runs)
{
    public const int Size = 1024;

    /// <summary>So many fields that were sorted or asked by are remembered; of 100,000 runs each takes 1.6 MB.</summary>
    public const int MostColumns = 12;

    private const int FewValues = 128;

    private readonly ConcurrentDictionary<RunField, ValueColumn> _columns = new();
    private readonly ConcurrentDictionary<RunField, PieceValues> _values = new();
    private readonly TreeValues?[] _trees = new TreeValues?[(int)FieldRoot.Metric];
    private readonly int _count = runs.Count(run => run is not null);
    private SearchColumns? _searchColumns;
    private PieceFields? _fields;

    public CatalogRun? this[int index] => runs[index];

    public SearchColumns Search => _searchColumns ??= SearchColumns.Of(runs);

    /// <summary>Which fields these runs have.</summary>
    public PieceFields Fields => _fields ??= PieceFields.Of(runs);

    /// <summary>The values in one of the trees of all these runs.</summary>
    public TreeValues Tree(FieldRoot root) => _trees[(int)root] ??= TreeValues.Of(runs, root);

    /// <summary>The config values of some of these runs.</summary>
    public TreeValues ConfigOf(RunBits members) => members.Count == _count ? Tree(FieldRoot.Config) : TreeValues.Of(runs, FieldRoot.Config, members);

    /// <summary>The different values of a field; remembered where they are few.</summary>
    public PieceValues ValuesOf(RunField field)
    {
        if (_values.TryGetValue(field, out var values))
        {
            return values;
        }

        if (_values.Count >= MostColumns)
        {
            _values.Clear();
        }

        values = field.Root != FieldRoot.Own && Tree(field.Root).Few(field.Path) is { } counts ? PieceValues.Of(counts) : PieceValues.Of(runs, field);
        if (values.Counts.Count <= FewValues)
        {
            _values[field] = values;
        }

        return values;
    }

    /// <summary>Values that nobody is likely to ask for again.</summary>
    public ValueColumn Read(Func<CatalogRun?[], ValueColumn> read) => read(runs);

    /// <summary>Fields as numbers, to be summed up.</summary>
    public NumberCache Numbers { get; } = new(runs);

    /// <summary>The values of a field.</summary>
    public ValueColumn Column(RunField field)
    {
        if (!_columns.TryGetValue(field, out var column))
        {
            // All of them: taking out any one drives out, query after query, what the same query is about to look at again.
            if (_columns.Count >= MostColumns)
            {
                _columns.Clear();
            }

            _columns[field] = column = ValueColumn.Of(runs, field);
        }

        return column;
    }
}
