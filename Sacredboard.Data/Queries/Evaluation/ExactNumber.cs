using System.Numerics;
using Sacredboard.Data.Catalog.Columns;

namespace Sacredboard.Data.Queries.Evaluation;

/// <summary>A number that compares exactly, whatever its stored type: 32 is 32.0, 2^53 + 1 is not 2^53.</summary>
/// <param name="key">A key of the class Number or NaN.</param>
/// <param name="large">The number itself when its key is <see cref="SortKey.IsInexact"/>.</param>
internal readonly struct ExactNumber(SortKey key, BigInteger large = default)
{
    private readonly SortKey _key = key;
    private readonly BigInteger _large = large;

    public bool IsNaN => _key.Class == SortClass.NaN;

    public static ExactNumber Of(double number) => new(SortKey.Of(number));

    public static ExactNumber Of(BigInteger number) => new(SortKey.Of(number), number);

    /// <summary>Order by value; undefined when one is NaN.</summary>
    public int CompareTo(in ExactNumber other) =>
        _key.Bits != other._key.Bits ? _key.Bits.CompareTo(other._key.Bits)
        : _key.Rest != other._key.Rest ? _key.Rest.CompareTo(other._key.Rest)
        : _key.IsInexact ? _large.CompareTo(other._large)
        : 0;

    /// <summary>NaN is the same as NaN, so that queries for NaN find it.</summary>
    public bool IsSame(in ExactNumber other) => IsNaN || other.IsNaN ? IsNaN && other.IsNaN : CompareTo(other) == 0;
}
