using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace Sacredboard.Web.Table;

/// <summary>
/// The parameter <c>wait</c>: for how long an answer to a script may wait for the statistics of metrics that it depends on.
/// </summary>
/// <param name="Seconds">The default where the parameter cannot be read.</param>
/// <param name="Problem">Why it cannot be read; null if it can.</param>
internal readonly record struct TableWait(int Seconds, TableProblem? Problem)
{
    public const string Name = "wait";
    public const int Default = 30;
    public const int Max = 300;

    public static TableWait Read(StringValues values) =>
        StringValues.IsNullOrEmpty(values) ? new(Default, null)
        : int.TryParse(values.LastOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= Max
            ? new(seconds, null)
        : new(Default, new(Name, $"{Name} is a number of seconds from 0 to {Max}.") { IsIgnored = true });
}
