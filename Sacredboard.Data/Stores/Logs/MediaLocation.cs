namespace Sacredboard.Data.Stores.Logs;

/// <summary>Kinds of logged values besides scalars. Only their locations are kept; the content is read when it is shown.</summary>
public enum MediaKind
{
    Image,
    Text,
    Histogram,
}

/// <summary>The location of one logged picture, text or histogram.</summary>
/// <param name="Step">Its step.</param>
/// <param name="Time">Seconds since 1970 UTC.</param>
/// <param name="File">Index of the file in its directory, in the order of names.</param>
/// <param name="Offset">Start of its record in that file, in bytes.</param>
/// <param name="Value">Index of the value in the record.</param>
/// <param name="Count">Number of pictures or texts; 1 for a histogram.</param>
public readonly record struct MediaLocation(long Step, double Time, int File, long Offset, int Value, int Count = 1);

/// <summary>All values of one tag and kind, in the order in which they were logged.</summary>
public sealed record MediaTag(string Tag, MediaKind Kind, IReadOnlyList<MediaLocation> Locations);
