using System.Numerics;
using Sacredboard.Data.Runs;

namespace Sacredboard.Data.FileStorage;

/// <summary>Newest first: by start, then by the number that the id is.</summary>
internal static class RunOrder
{
    public static List<RunSummary> NewestFirst(IEnumerable<RunSummary> runs) =>
        [.. runs.OrderByDescending(run => run.Started ?? DateTime.MinValue)
            .ThenByDescending(run => Number(run.Id.Text))
            .ThenByDescending(run => run.Id.Text, StringComparer.Ordinal)];

    /// <summary>As near as their names tell: Sacred counts upwards; other names come first, since nothing is known of them.</summary>
    public static List<string> ByName(IEnumerable<string> names) =>
        [.. names.Select(name => (Name: name, Number: Number(name)))
            .OrderBy(item => item.Number < 0 ? 0 : 1)
            .ThenByDescending(item => item.Number)
            .Select(item => item.Name)];

    private static BigInteger Number(string name) =>
        name.Length <= 100 && name.All(char.IsAsciiDigit) ? BigInteger.Parse(name, System.Globalization.CultureInfo.InvariantCulture) : -1;
}
