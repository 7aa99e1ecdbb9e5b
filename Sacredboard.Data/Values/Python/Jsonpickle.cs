namespace Sacredboard.Data.Values.Python;

/// <summary>
/// Decodes what Python's jsonpickle makes of values that JSON cannot hold: tuples, sets, dates, paths, arrays, objects.
/// Only data is read: nothing is ever looked up or made by a name that is stored.
/// </summary>
public static class Jsonpickle
{
    /// <summary>
    /// The value with each tagged object in it replaced by a <see cref="SacredTyped"/> that holds what was understood and the
    /// stored form. A reference to the same object elsewhere (<c>py/id</c>) stays a reference. Never throws; the answer is the
    /// same instance where nothing is tagged.
    /// </summary>
    public static SacredValue Decode(SacredValue value) => new JsonpickleDecoder().Decode(value);
}
