using Sacredboard.Data.Catalog.Snapshots;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Values;

namespace Sacredboard.Tests.Support;

/// <summary>
/// Runs that have a value of every property in the registry, wherever Sacred stores it. What run a has comes before what run b has; a third
/// run has none.
/// </summary>
internal static class OwnRuns
{
    public static Task<CatalogSnapshot> SnapshotAsync() =>
        TestCatalog.SnapshotOfAsync(A(), B(), new RunSummary { Id = RunId.Of(3), Status = "UNKNOWN" });

    /// <param name="place">Which of the places where a property may be stored; the last where there are fewer.</param>
    public static RunSummary A(int place = 0) => Placed(RunSummaryReader.ReadSummary(RunId.Of(1), Document('a', place)), 'a');

    /// <summary>Run a as it is read alone.</summary>
    public static Run Whole(int place = 0) =>
        RunSummaryReader.ReadRun(RunId.Of(1), Document('a', place), RunParts.All) with { Summary = A(place) };

    public static RunSummary B(int place = 0) => Placed(RunSummaryReader.ReadSummary(RunId.Of(2), Document('b', place)), 'b');

    /// <summary>True for what a run has even without anything stored.</summary>
    public static bool AllHave(OwnField field) => field.Kind is OwnKind.Id or OwnKind.Status;

    public static SacredValue Expected(OwnField field, char run) => TestRuns.Value(field.Kind switch
    {
        OwnKind.Id => run == 'a' ? 1 : 2,
        OwnKind.Status => run == 'a' ? RunStatus.Completed : RunStatus.Failed,
        OwnKind.Text => $"{field} {run}",
        OwnKind.Time => run == 'a' ? TestRuns.Epoch.AddMinutes(field.Index) : TestRuns.Epoch.AddMinutes(100 + (2 * field.Index)),
        OwnKind.Duration => (double)(60 * (OwnFields.Stopped.Index - OwnFields.Started.Index) * (run == 'a' ? 1 : 2)),
        OwnKind.Tags => new object?[] { $"{field} {run}" },
        _ => run == 'a' ? 0.25 : 0.5,
    });

    // Where a run lies is not in its document.
    private static RunSummary Placed(RunSummary summary, char run) =>
        summary with { Source = ((SacredText)Expected(OwnFields.Source, run)).Value, Folder = $"{OwnFields.Folder} {run}" };

    private static SacredObject Document(char run, int place)
    {
        var document = TestRuns.Object(
            ("config", TestRuns.Object(("tags", Expected(OwnFields.Tags, run)))),
            ("fail_trace", new object?[] { Expected(OwnFields.Failure, run) }));
        foreach (var field in OwnFields.All.Where(field => field.Stored.Count > 0))
        {
            document = With(document, field.Stored[Math.Min(place, field.Stored.Count - 1)].Split('.'), Expected(field, run));
        }

        return document;
    }

    private static SacredObject With(SacredObject into, ReadOnlySpan<string> keys, SacredValue value)
    {
        var key = keys[0];
        var member = keys.Length == 1 ? value : With(into[key] as SacredObject ?? SacredObject.Empty, keys[1..], value);
        return new([.. into.Members.Where(other => other.Key != key), new(key, member)]);
    }
}
