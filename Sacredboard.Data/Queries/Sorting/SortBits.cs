using System.Numerics;
using Sacredboard.Data.Catalog.Columns;

namespace Sacredboard.Data.Queries.Sorting;

/// <summary>Which bits of some keys are not the same in all of them.</summary>
internal struct SortBits
{
    private const int Kept = 32;

    private ulong _inAny;
    private ulong _missingInAny;
    private bool _hasRest;

    private readonly ulong Varying => _inAny & _missingInAny;

    /// <summary>Number of bits of <see cref="Highest"/> that vary, at its low end; 0 when all keys are equal, or there are none.</summary>
    public readonly int Width => int.Min(Kept, AllWidth);

    /// <summary>True when keys with the same <see cref="Highest"/> may differ.</summary>
    public readonly bool IsCut => AllWidth > Kept || _hasRest;

    private readonly int AllWidth =>
        Varying == 0 ? 0 : 64 - BitOperations.LeadingZeroCount(Varying) - BitOperations.TrailingZeroCount(Varying);

    public void See(in SortKey key)
    {
        _inAny |= key.Bits;
        _missingInAny |= ~key.Bits;
        _hasRest |= key.Rest != 0;
    }

    /// <summary>Those of these keys and others.</summary>
    public readonly SortBits And(SortBits others) => new()
    {
        _inAny = _inAny | others._inAny,
        _missingInAny = _missingInAny | others._missingInAny,
        _hasRest = _hasRest || others._hasRest,
    };

    /// <summary>The highest of the bits that vary, at most 32, in order.</summary>
    /// <param name="bits">Of one of the keys, or all of them turned around.</param>
    public readonly uint Highest(ulong bits)
    {
        var width = Width;
        return width == 0 ? 0 : (uint)((bits << BitOperations.LeadingZeroCount(Varying)) >> (64 - width));
    }
}
