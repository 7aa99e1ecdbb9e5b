namespace Sacredboard.Data.Values;

internal enum JsonToken
{
    None,
    ObjectStart,
    ObjectEnd,
    ListStart,
    ListEnd,
    Name,
    Text,
    Integer,

    /// <summary>A number with a fraction or an exponent, <c>NaN</c>, <c>Infinity</c> or <c>-Infinity</c>.</summary>
    Real,
    True,
    False,
    Null,
}
