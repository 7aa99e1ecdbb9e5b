using System.Numerics;

namespace Sacredboard.Data.Values;

/// <summary>
/// One value of the free-form data of a run (config, info, result, meta, host), independent of the backend. C# null means that there
/// is no value; a stored null is <see cref="SacredNull"/>. Trees are immutable.
/// </summary>
public abstract class SacredValue
{
    private protected SacredValue()
    {
    }
}

/// <summary>A stored null.</summary>
public sealed class SacredNull : SacredValue
{
    public static readonly SacredNull Value = new();

    private SacredNull()
    {
    }
}

/// <summary>true or false.</summary>
public sealed class SacredBoolean : SacredValue
{
    public static readonly SacredBoolean True = new(true);
    public static readonly SacredBoolean False = new(false);

    private SacredBoolean(bool value) => Value = value;

    public bool Value { get; }

    public static SacredBoolean Of(bool value) => value ? True : False;
}

/// <summary>An integer of any size.</summary>
public sealed class SacredInteger(BigInteger value) : SacredValue
{
    public BigInteger Value { get; } = value;
}

/// <summary>A floating-point number, including NaN and ±infinity.</summary>
public sealed class SacredDouble(double value) : SacredValue
{
    public double Value { get; } = value;
}

/// <summary>Text. May hold any UTF-16 code units: NUL, lone surrogates, markup.</summary>
public sealed class SacredText(string value) : SacredValue
{
    public string Value { get; } = value;
}

/// <summary>A point in time, UTC.</summary>
public sealed class SacredDate(DateTime value) : SacredValue
{
    public DateTime Value { get; } = value;
}

/// <summary>A list, in stored order.</summary>
public sealed class SacredList(IReadOnlyList<SacredValue> items) : SacredValue
{
    public IReadOnlyList<SacredValue> Items { get; } = items;
}

/// <summary>
/// An object with its keys in stored order. Any text may be a key (dots, <c>$</c>, the empty text); the last value of a repeated key
/// counts, as in Python.
/// </summary>
public sealed class SacredObject(IReadOnlyList<KeyValuePair<string, SacredValue>> members) : SacredValue
{
    public static readonly SacredObject Empty = new([]);

    public IReadOnlyList<KeyValuePair<string, SacredValue>> Members { get; } = members;

    /// <summary>The value of the key, or null when the key is missing.</summary>
    public SacredValue? this[string key]
    {
        get
        {
            for (var i = Members.Count - 1; i >= 0; i--)
            {
                if (Members[i].Key == key)
                {
                    return Members[i].Value;
                }
            }

            return null;
        }
    }

    /// <summary>The object without a key; the same instance when it has none.</summary>
    public SacredObject Without(string key) =>
        this[key] is null ? this : new([.. Members.Where(member => member.Key != key)]);
}

/// <summary>
/// A value of a Python or BSON type that has no counterpart here: decoded jsonpickle (tuple, ndarray, datetime, Path, …) or BSON
/// (ObjectId, Decimal128, …). Decoding never instantiates a named class.
/// </summary>
/// <param name="typeName">The type's name in Python or BSON: <c>tuple</c>, <c>numpy.ndarray</c>, <c>bson.ObjectId</c>, ….</param>
/// <param name="value">The decoded value, as plain values; null when it could not be decoded.</param>
/// <param name="raw">The stored form: for jsonpickle the tagged object, for BSON its relaxed extended JSON as a tree.</param>
public sealed class SacredTyped(string typeName, SacredValue? value, SacredValue raw) : SacredValue
{
    public string TypeName { get; } = typeName;

    public SacredValue? Value { get; } = value;

    public SacredValue Raw { get; } = raw;
}
