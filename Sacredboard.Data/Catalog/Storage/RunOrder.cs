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
        var done = 0;
        for (var i = 0; i < b.Length; i++)
        {
            // Few come to many, so their places are searched: comparing with each of a million runs waits for memory a million times.
            var place = Place(a, done, b[i]);
            a.AsSpan(done..place).CopyTo(merged.AsSpan(done + i));
            merged[place + i] = b[i];
            done = place;
        }

        a.AsSpan(done).CopyTo(merged.AsSpan(done + b.Length));
        return merged;
    }

    // The index of the first of the sorted slots, from the given index on, that comes after the slot. It is mostly near.
    private int Place(int[] sorted, int from, int slot)
    {
        var (step, to) = (1, from);
        while (to < sorted.Length && Compare(sorted[to], slot) <= 0)
        {
            from = to + 1;
            to = int.Min(sorted.Length, to + step);
            step *= 2;
        }

        while (from < to)
        {
            var middle = from + ((to - from) / 2);
            (from, to) = Compare(sorted[middle], slot) <= 0 ? (middle + 1, to) : (from, middle);
        }

        return from;
    }

    private int Compare(int a, int b) => NewestFirst.Compare(slots[a]!, slots[b]!);
}
