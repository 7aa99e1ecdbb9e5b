using System.Globalization;
using System.Numerics;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Runs;

namespace Sacredboard.Data.Stores.RunFolders;

/// <summary>Sorts runs newest first, as far as known.</summary>
internal static class RunOrder
{
    /// <summary>
    /// By the start; without a start by the time of queueing, without both by the last change of run.json. Equal times are sorted by the
    /// number in the id.
    /// </summary>
    public static List<RunSummary> NewestFirst(IEnumerable<SummaryReading> runs) =>
        [.. runs.OrderByDescending(run => Time(run))
            .ThenByDescending(run => Number(RunPath.Name(run.Summary.Id.Text)))
            .ThenByDescending(run => run.Summary.Id.Text, StringComparer.Ordinal)
            .Select(run => run.Summary)];

    private static DateTime Time(SummaryReading run) =>
        run.Summary.Started
        ?? OwnFields.Queued.Time(run.Summary)
        ?? run.Stamp.Run.ModifiedUtc;

    /// <summary>By name alone: Sacred counts upwards. Names that are not numbers come first, since their age is not known.</summary>
    public static List<string> ByName(IEnumerable<string> names) =>
        [.. names.Select(name => (Name: name, Number: Number(name)))
            .OrderBy(item => item.Number < 0 ? 0 : 1)
            .ThenByDescending(item => item.Number)
            .Select(item => item.Name)];

    public static BigInteger Number(string name) =>
        name.Length <= 100 && name.All(char.IsAsciiDigit) ? BigInteger.Parse(name, CultureInfo.InvariantCulture) : -1;
}
