using System.Globalization;
using System.Numerics;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Runs;

namespace Sacredboard.Data.Stores.Files;

/// <summary>Newest first, as near as can be told.</summary>
internal static class RunOrder
{
    /// <summary>
    /// By start; of a run that has not started by the time it was queued, of one that says neither by its file's last change.
    /// At the same time by the number that the id is.
    /// </summary>
    public static List<RunSummary> NewestFirst(IEnumerable<SummaryReading> runs) =>
        [.. runs.OrderByDescending(run => Time(run))
            .ThenByDescending(run => Number(run.Summary.Id.Text))
            .ThenByDescending(run => run.Summary.Id.Text, StringComparer.Ordinal)
            .Select(run => run.Summary)];

    private static DateTime Time(SummaryReading run) =>
        run.Summary.Started
        ?? OwnFields.Queued.Time(run.Summary)
        ?? run.Stamp.Run.ModifiedUtc;

    /// <summary>As near as their names tell: Sacred counts upwards; other names come first, since nothing is known of them.</summary>
    public static List<string> ByName(IEnumerable<string> names) =>
        [.. names.Select(name => (Name: name, Number: Number(name)))
            .OrderBy(item => item.Number < 0 ? 0 : 1)
            .ThenByDescending(item => item.Number)
            .Select(item => item.Name)];

    private static BigInteger Number(string name) =>
        name.Length <= 100 && name.All(char.IsAsciiDigit) ? BigInteger.Parse(name, CultureInfo.InvariantCulture) : -1;
}
