namespace Sacredboard.Data.Values.Python;

/// <summary>
/// Decodes the JSON that Python's jsonpickle writes for values JSON cannot hold: tuples, sets, dates, paths, arrays, objects. Reads
/// data only: stored names are never resolved or instantiated.
/// </summary>
public static class Jsonpickle
{
    /// <summary>
    /// Replaces each tagged object by a <see cref="SacredTyped"/> with the decoded value and the stored form. A reference to another
    /// object (<c>py/id</c>) stays a reference. Never throws. Returns the same instance when nothing is tagged.
    /// </summary>
    public static SacredValue Decode(SacredValue value) => new JsonpickleDecoder().Decode(value);
}
