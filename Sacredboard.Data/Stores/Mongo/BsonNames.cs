using System.Text;

namespace Sacredboard.Data.Stores.Mongo;

/// <summary>
/// Element names as strings. Runs share most names, so recent ones are cached: one array slot per hash, overwritten by the next name
/// with that hash. Races are harmless, because a slot holds one reference.
/// </summary>
internal static class BsonNames
{
    private const int MaxLength = 48;
    private static readonly string?[] Slots = new string?[4096];

    public static string Get(ReadOnlySpan<byte> name)
    {
        if (name.Length > MaxLength)
        {
            return Encoding.UTF8.GetString(name);
        }

        var hash = 2166136261u;
        foreach (var b in name)
        {
            hash = (hash ^ b) * 16777619u;
        }

        ref var slot = ref Slots[hash % (uint)Slots.Length];
        var kept = slot;
        if (kept is not null && Ascii.Equals(name, kept))
        {
            return kept;
        }

        return slot = Encoding.UTF8.GetString(name);
    }
}
