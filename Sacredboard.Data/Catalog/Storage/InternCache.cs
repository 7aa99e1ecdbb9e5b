namespace Sacredboard.Data.Catalog.Storage;

/// <summary>
/// Keeps values so that equal ones become the same object. Bounded, unlike a dictionary: values seen once are soon replaced, at the
/// price of an occasional equal object. Not safe for concurrent use.
/// </summary>
internal sealed class InternCache<T>(int size, IEqualityComparer<T>? comparer = null)
    where T : class
{
    /// <summary>How many misses of other values a frequently used value outlasts.</summary>
    private const byte MaxUses = 8;

    private readonly IEqualityComparer<T> _comparer = comparer ?? EqualityComparer<T>.Default;
    private readonly Slot[] _slots = new Slot[size];

    /// <summary>
    /// The value that is kept of this hash, if it has the content, so that nothing needs to be made to look for it; null when there is
    /// none.
    /// </summary>
    public T? Find<TContent>(int hash, TContent content, Func<T, TContent, bool> has)
    {
        ref var slot = ref _slots[(uint)hash % (uint)_slots.Length];
        if (slot.Hash != hash || slot.Value is not { } known || !has(known, content))
        {
            return null;
        }

        slot.Uses = byte.Min(MaxUses, (byte)(slot.Uses + 1));
        return known;
    }

    /// <summary>The equal value that is kept, otherwise the result of <paramref name="make"/> for this one.</summary>
    public T Intern(T value, Func<T, T>? make = null)
    {
        var hash = _comparer.GetHashCode(value);
        ref var slot = ref _slots[(uint)hash % (uint)_slots.Length];
        if (slot.Hash == hash && slot.Value is { } known && _comparer.Equals(known, value))
        {
            slot.Uses = byte.Min(MaxUses, (byte)(slot.Uses + 1));
            return known;
        }

        var made = make is null ? value : make(value);
        // Values used often are not replaced by the many that are used once.
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
