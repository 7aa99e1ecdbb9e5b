namespace Sacredboard.Data.Catalog.Storage;

/// <summary>Keeps the slots of all runs newest first. Not safe for concurrent use; returned arrays never change.</summary>
internal sealed class RunOrder(RunSlots slots)
{
    private readonly HashSet<int> _gone = [];
    private readonly HashSet<int> _come = [];
    private int[] _order = [];

    /// <summary>Adds a slot; it may be filled before or after.</summary>
    public void Add(int slot) => _come.Add(slot);

    public void Remove(int slot)
    {
        if (!_come.Remove(slot))
        {
            _gone.Add(slot);
        }
    }

    /// <summary>Moves a run whose position in the order changed.</summary>
    public void Move(int slot)
    {
        if (_come.Add(slot))
        {
            _gone.Add(slot);
        }
    }

    public int[] Current()
    {
        if (_gone.Count == 0 && _come.Count == 0)
        {
            return _order;
        }

        var stay = _gone.Count == 0 ? _order : Array.FindAll(_order, slot => !_gone.Contains(slot));
        var come = _come.ToArray();
        Array.Sort(come, Compare);
        _order = Merge(stay, come);
        _gone.Clear();
        _come.Clear();
        return _order;
    }

    private int[] Merge(int[] a, int[] b)
    {
        var merged = new int[a.Length + b.Length];
        var (i, j) = (0, 0);
        for (var k = 0; k < merged.Length; k++)
        {
            merged[k] = j == b.Length || (i < a.Length && Compare(a[i], b[j]) <= 0) ? a[i++] : b[j++];
        }

        return merged;
    }

    private int Compare(int a, int b) => NewestFirst.Compare(slots[a]!, slots[b]!);
}
