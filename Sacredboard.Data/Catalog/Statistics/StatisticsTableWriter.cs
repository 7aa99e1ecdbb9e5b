using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Stores;

namespace Sacredboard.Data.Catalog.Statistics;

/// <summary>Collects the statistics of one metric. Not safe for concurrent use; its tables are immutable.</summary>
internal sealed class StatisticsTableWriter(MetricKey key)
{
    private readonly List<StatisticsPiece?> _pieces = [];
    private readonly List<bool> _isShared = [];
    private readonly HashSet<int> _unreadable = [];

    // The version of the run whose metric was read, by slot; 0 for none.
    private int[] _stamps = [];

    // The pieces of runs whose statistics are all current.
    private RunPiece?[] _settled = [];
    private int _known;
    private string? _problem;
    private StatisticsTable? _table;

    /// <summary>Size in bytes; 0 while nothing is known.</summary>
    public long Bytes => _pieces.Sum(piece => piece?.Bytes ?? 0) is > 0 and var bytes ? bytes + (_stamps.Length * sizeof(int)) : 0;

    public string? Problem
    {
        get => _problem;
        set
        {
            if (_problem != value)
            {
                (_problem, _table) = (value, null);
            }
        }
    }

    /// <summary>Runs whose statistics are missing or older than the run, newest first.</summary>
    public List<CatalogRun> Due(RunList runs)
    {
        if (_settled.Length < runs.Pieces.Length)
        {
            Array.Resize(ref _settled, runs.Pieces.Length);
            Array.Resize(ref _stamps, runs.Pieces.Length * RunPiece.Size);
        }

        var due = new List<CatalogRun>();
        var open = new HashSet<int>();
        foreach (var slot in runs.Order)
        {
            var piece = slot / RunPiece.Size;
            if (ReferenceEquals(_settled[piece], runs.Pieces[piece]))
            {
                continue;
            }

            var run = runs.Pieces[piece][slot % RunPiece.Size]!;
            if (_stamps[slot] != (int)run.Version)
            {
                due.Add(run);
                open.Add(piece);
            }
        }

        for (var piece = 0; piece < runs.Pieces.Length; piece++)
        {
            _settled[piece] = open.Contains(piece) ? null : runs.Pieces[piece];
        }

        return due;
    }

    /// <param name="slot">The slot of the run.</param>
    /// <param name="found">The statistics.</param>
    /// <param name="runVersion">The version of the run before its metric was read.</param>
    /// <param name="version">The version of the next snapshot.</param>
    public void Put(int slot, RunMetricStatistics found, long runVersion, long version)
    {
        Reach(slot);
        _stamps[slot] = (int)runVersion;
        if (found.Problem is null ? _unreadable.Remove(slot) : _unreadable.Add(slot))
        {
            _table = null;
        }

        var (number, index) = (slot / RunPiece.Size, slot % RunPiece.Size);
        if (_pieces[number]?.Has(index, key, found.Statistics) != true)
        {
            var piece = Writable(number);
            _known += piece.ChangedIn(index) == 0 ? 1 : 0;
            piece.Set(index, key, found.Statistics, (int)version);
            _table = null;
        }
    }

    public void Remove(int slot)
    {
        if (slot >= _stamps.Length)
        {
            return;
        }

        _stamps[slot] = 0;
        _unreadable.Remove(slot);
        if (_pieces.ElementAtOrDefault(slot / RunPiece.Size)?.ChangedIn(slot % RunPiece.Size) is > 0)
        {
            Writable(slot / RunPiece.Size).Clear(slot % RunPiece.Size);
            (_known, _table) = (_known - 1, null);
        }
    }

    /// <summary>Moves the statistics when the runs get other slots.</summary>
    /// <param name="oldSlots">The old slots, by new slot.</param>
    public StatisticsTableWriter Renumbered(IReadOnlyList<int> oldSlots)
    {
        var other = new StatisticsTableWriter(key) { Problem = Problem };
        for (var slot = 0; slot < oldSlots.Count; slot++)
        {
            var old = oldSlots[slot];
            if (old < _stamps.Length
                && _pieces.ElementAtOrDefault(old / RunPiece.Size) is { } piece
                && piece.ChangedIn(old % RunPiece.Size) != 0)
            {
                other.Reach(slot);
                other._stamps[slot] = _stamps[old];
                other.Writable(slot / RunPiece.Size).Set(slot % RunPiece.Size, piece, old % RunPiece.Size);
                other._known++;
                _ = _unreadable.Contains(old) && other._unreadable.Add(slot);
            }
        }

        return other;
    }

    public StatisticsTable Table()
    {
        if (_table is null)
        {
            for (var i = 0; i < _isShared.Count; i++)
            {
                _isShared[i] = true;
            }

            _table = new([.. _pieces], _known, _unreadable.Count, Problem);
        }

        return _table;
    }

    /// <summary>True when <see cref="Table"/> returns a new table.</summary>
    public bool IsChanged => _table is null;

    private void Reach(int slot)
    {
        var pieces = (slot / RunPiece.Size) + 1;
        if (_stamps.Length < pieces * RunPiece.Size)
        {
            Array.Resize(ref _stamps, pieces * RunPiece.Size);
            Array.Resize(ref _settled, pieces);
        }

        while (_pieces.Count < pieces)
        {
            _pieces.Add(null);
            _isShared.Add(false);
        }
    }

    private StatisticsPiece Writable(int number)
    {
        if (_pieces[number] is not { } piece)
        {
            piece = new StatisticsPiece();
        }
        else if (_isShared[number])
        {
            piece = piece.Copy();
        }

        (_pieces[number], _isShared[number]) = (piece, false);
        return piece;
    }
}
