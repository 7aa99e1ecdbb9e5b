namespace Sacredboard.Data.Stores.Logs;

/// <summary>What is listed of event files besides scalars, and read when somebody looks at it.</summary>
public enum SummaryKind
{
    Image,
    Text,
    Histogram,
}

/// <summary>Where one summary lies.</summary>
/// <param name="Step">The step it was logged for.</param>
/// <param name="Time">Seconds since 1970 UTC.</param>
/// <param name="File">Which of the directory's files, from 0 in the order of their names.</param>
/// <param name="Offset">Where its record begins in that file.</param>
/// <param name="Value">Which value of the record's summary.</param>
/// <param name="Count">How many pictures or texts it holds; 1 for a histogram.</param>
public readonly record struct SummaryPlace(long Step, double Time, int File, long Offset, int Value, int Count = 1);

/// <summary>All summaries of one tag and kind, in the order in which they were written.</summary>
public sealed record SummaryTag(string Tag, SummaryKind Kind, IReadOnlyList<SummaryPlace> Places);
