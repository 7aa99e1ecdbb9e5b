namespace Sacredboard.Data.Catalog.Storage;

/// <summary>
/// Remembers values so that equal ones can be the same object. Of bounded size, unlike a dictionary: what is seen but once
/// costs nothing for long, at the price of an equal object now and then. Not safe for concurrent use.
/// </summary>
internal sealed class InternCache<T>(int size, IEqualityComparer<T>? comparer = null)
    where T : class
{
    private const byte Steadfast = 8;

    private readonly IEqualityComparer<T> _comparer = comparer ?? EqualityComparer<T>.Default;
    private readonly Slot[] _slots = new Slot[size];

    /// <summary>The equal value that is remembered, or else what <paramref name="make"/> makes of this one.</summary>
    public T Intern(T value, Func<T, T>? make = null)
    {
        var hash = _comparer.GetHashCode(value);
        ref var slot = ref _slots[(uint)hash % (uint)_slots.Length];
        if (slot.Hash == hash && slot.Value is { } known && _comparer.Equals(known, value))
        {
            slot.Uses = byte.Min(Steadfast, (byte)(slot.Uses + 1));
            return known;
        }

        var made = make is null ? value : make(value);
        // What is used often is not driven out by the many that are used once.
        if (slot.Uses == 0)
        {
            slot = new Slot { Hash = hash, Value = made };
        }
        else
        {
            slot.Uses--;
        }

        return made;
    }

    private struct Slot
    {
        public int Hash;
        public byte Uses;
        public T? Value;
    }
}
