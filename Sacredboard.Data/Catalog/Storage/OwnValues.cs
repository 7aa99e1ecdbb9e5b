using System.Runtime.CompilerServices;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Catalog.Storage;

/// <summary>The texts of a run's own fields, by <see cref="OwnField.Index"/>.</summary>
[InlineArray(OwnFields.TextCount)]
internal struct OwnTexts
{
    private PackedText? _first;
}

/// <summary>
/// The times of a run's own fields in ticks, by <see cref="OwnField.Index"/>; 0 for none, as nullable values take twice the memory.
/// </summary>
[InlineArray(OwnFields.TimeCount)]
internal struct OwnTimes
{
    private long _first;
}

/// <summary>Reads the values of own fields.</summary>
internal static class OwnValues
{
    /// <summary>The value; null when there is none, and always for durations.</summary>
    public static SacredValue? Value(CatalogRun run, OwnField field) => field.Kind switch
    {
        OwnKind.Id => run.Id.Kind switch
        {
            RunIdKind.Null => SacredNull.Value,
            RunIdKind.Integer => new SacredInteger(run.Id.Integer),
            _ => new SacredText(run.Id.ToString()),
        },
        OwnKind.Status => new SacredText(run.Status),
        OwnKind.Tree => run.Block(field.Tree!.Value)?.Value(PathTable.Root),
        OwnKind.Tags => run.TagSet is null ? null : new SacredList([.. run.Tags.Select(tag => new SacredText(tag))]),
        OwnKind.Duration => null,
        _ => Leaf(run, field).ToValue(),
    };

    /// <summary>The value at a moment; a duration is a number of seconds, as recorded.</summary>
    public static SacredValue? Value(CatalogRun run, OwnField field, DateTimeOffset now) =>
        field.Kind != OwnKind.Duration ? Value(run, field)
        : run.Span(now) is { } span ? new SacredDouble(span.Recorded.TotalSeconds)
        : null;

    /// <summary>
    /// The leaf to sort by; missing for ids, statuses and trees, which are sorted by other means. A duration is in ticks, and missing
    /// where a clock was wrong; for a running run it is the date of its start.
    /// </summary>
    public static Leaf Leaf(CatalogRun run, OwnField field) => field.Kind switch
    {
        OwnKind.Text => Storage.Leaf.OfText(run.PackedText(field)),
        OwnKind.Time => Storage.Leaf.OfDate(run.Time(field)),
        OwnKind.Tags => Storage.Leaf.OfText(run.TagSet?.Joined),
        OwnKind.Duration when run.IsGoingOn => Storage.Leaf.OfDate(run.Started),
        OwnKind.Duration => run.Duration(default) is { } duration ? Storage.Leaf.Of(duration.Ticks) : default,
        _ => default,
    };

    public static bool Has(CatalogRun run, OwnField field) => field.Kind switch
    {
        OwnKind.Id => true,
        OwnKind.Status => run.Status.Length > 0,
        OwnKind.Tree => Value(run, field) is not (null or SacredNull),
        _ => !Leaf(run, field).IsMissing,
    };
}
