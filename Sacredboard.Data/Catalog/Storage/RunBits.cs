using System.Numerics;

namespace Sacredboard.Data.Catalog.Storage;

/// <summary>One bit for each run of a piece.</summary>
internal sealed class RunBits
{
    private readonly ulong[] _bits = new ulong[RunPiece.Size / 64];

    public bool IsEmpty => _bits.AsSpan().IndexOfAnyExcept(0UL) < 0;

    /// <summary>Number of bits that are set.</summary>
    public int Count
    {
        get
        {
            var count = 0;
            foreach (var bits in _bits)
            {
                count += BitOperations.PopCount(bits);
            }

            return count;
        }
    }

    /// <summary>64 runs in each.</summary>
    public ReadOnlySpan<ulong> Words => _bits;

    public bool this[int run] => (_bits[run >> 6] >> (run & 63) & 1) != 0;

    /// <summary>Number of the bits that are set in both.</summary>
    public int CountWith(RunBits other)
    {
        var count = 0;
        for (var i = 0; i < _bits.Length; i++)
        {
            count += BitOperations.PopCount(_bits[i] & other._bits[i]);
        }

        return count;
    }

    public static RunBits All()
    {
        var all = new RunBits();
        all._bits.AsSpan().Fill(ulong.MaxValue);
        return all;
    }

    public void Set(int run) => _bits[run >> 6] |= 1UL << (run & 63);

    public void Or(RunBits other)
    {
        for (var i = 0; i < _bits.Length; i++)
        {
            _bits[i] |= other._bits[i];
        }
    }

    public void Not()
    {
        foreach (ref var bits in _bits.AsSpan())
        {
            bits = ~bits;
        }
    }

    public void And(RunBits other)
    {
        for (var i = 0; i < _bits.Length; i++)
        {
            _bits[i] &= other._bits[i];
        }
    }
}
