using System.Numerics;
using System.Runtime.CompilerServices;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Catalog.Storage;

/// <summary>
/// One scalar or list of a run in 16 bytes: the reference tells its type, or is the shared text or value itself. The default is a
/// missing value.
/// </summary>
internal readonly struct Leaf : IEquatable<Leaf>
{
    private static readonly object IntegerKind = new();
    private static readonly object DoubleKind = new();
    private static readonly object DateKind = new();
    private static readonly object BooleanKind = new();
    private static readonly object NullKind = new();

    private readonly object? _kind;
    private readonly long _bits;

    private Leaf(object kind, long bits = 0) => (_kind, _bits) = (kind, bits);

    public static Leaf Null => new(NullKind);

    public bool IsMissing => _kind is null;

    public bool IsNull => ReferenceEquals(_kind, NullKind);

    public PackedItem? Item => _kind as PackedItem;

    public static Leaf Of(long value) => new(IntegerKind, value);

    public static Leaf Of(double value) => new(DoubleKind, BitConverter.DoubleToInt64Bits(value));

    public static Leaf Of(bool value) => new(BooleanKind, value ? 1 : 0);

    public static Leaf Of(DateTime value) => new(DateKind, value.Ticks);

    public static Leaf Of(PackedItem item) => new(item);

    public static Leaf OfDate(DateTime? value) => value is { } date ? Of(date) : default;

    public static Leaf OfText(PackedText? text) => text is null ? default : Of(text);

    public bool TryNumber(out double number)
    {
        number = ReferenceEquals(_kind, IntegerKind) ? _bits
            : ReferenceEquals(_kind, DoubleKind) ? BitConverter.Int64BitsToDouble(_bits)
            : double.NaN;
        return ReferenceEquals(_kind, IntegerKind) || ReferenceEquals(_kind, DoubleKind);
    }

    public bool TryInteger(out long number)
    {
        number = _bits;
        return ReferenceEquals(_kind, IntegerKind);
    }

    public bool TryDate(out long ticks)
    {
        ticks = _bits;
        return ReferenceEquals(_kind, DateKind);
    }

    public bool TryBoolean(out bool value)
    {
        value = _bits != 0;
        return ReferenceEquals(_kind, BooleanKind);
    }

    /// <summary>The value; null when missing.</summary>
    public SacredValue? ToValue() => _kind switch
    {
        null => null,
        PackedText text => new SacredText(text.Value),
        PackedValue value => value.Value,
        _ when ReferenceEquals(_kind, IntegerKind) => new SacredInteger(new BigInteger(_bits)),
        _ when ReferenceEquals(_kind, DoubleKind) => new SacredDouble(BitConverter.Int64BitsToDouble(_bits)),
        _ when ReferenceEquals(_kind, DateKind) => new SacredDate(new DateTime(_bits, DateTimeKind.Utc)),
        _ when ReferenceEquals(_kind, BooleanKind) => SacredBoolean.Of(_bits != 0),
        _ => SacredNull.Value,
    };

    public bool Equals(Leaf other) =>
        _bits == other._bits
        && (ReferenceEquals(_kind, other._kind)
            || (_kind is PackedValue mine && other._kind is PackedValue others && ValueContent.AreEqual(mine.Value, others.Value)));

    public override bool Equals(object? obj) => obj is Leaf other && Equals(other);

    public override int GetHashCode() => _kind is PackedValue value
        ? value.Hash
        : HashCode.Combine(_kind is null ? 0 : RuntimeHelpers.GetHashCode(_kind), _bits);
}
