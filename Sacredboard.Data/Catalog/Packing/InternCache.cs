namespace Sacredboard.Data.Catalog.Packing;

/// <summary>
/// Remembers recent values so that equal ones can be the same object. Of bounded size, unlike a dictionary: what is
/// never seen again costs nothing for long, at the price of an equal object now and then.
/// </summary>
internal sealed class InternCache<T>(int size)
    where T : class, IEquatable<T>
{
    private readonly (int Hash, T? Value)[] _slots = new (int, T?)[size];

    public T Intern(T value)
    {
        var hash = value.GetHashCode();
        ref var slot = ref _slots[(uint)hash % (uint)_slots.Length];
        if (slot.Hash == hash && slot.Value is { } known && known.Equals(value))
        {
            return known;
        }

        slot = (hash, value);
        return value;
    }
}
