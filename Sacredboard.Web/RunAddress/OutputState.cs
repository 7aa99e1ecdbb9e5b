using System.Globalization;

namespace Sacredboard.Web.RunAddress;

/// <summary>How the output of a run is shown: <c>find=error&amp;hit=3&amp;raw=true</c>, <c>line=120</c>.</summary>
/// <param name="Find">The text that is searched for; "" for none.</param>
/// <param name="Hit">Which of the places that have it is shown, from 1.</param>
/// <param name="IsRaw">Control characters are shown instead of followed.</param>
/// <param name="Line">The line that is shown, from 1; null for the place that was found, else the end.</param>
public sealed record OutputState(string Find, int Hit, bool IsRaw, int? Line = null)
{
    public const string LineName = "line";
    public const string FindName = "find";
    public const string HitName = "hit";
    public const string RawName = "raw";

    private const int MaxFind = 200;

    public static OutputState Read(IQueryCollection parameters)
    {
        _ = int.TryParse(parameters[HitName].LastOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var hit);
        return new(
            parameters[FindName].LastOrDefault() is { Length: <= MaxFind } find ? find : "",
            Math.Max(1, hit),
            parameters[RawName].LastOrDefault() == "true",
            int.TryParse(parameters[LineName].LastOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var line)
                ? Math.Max(1, line) : null);
    }

    /// <summary>The parameters of an address that shows it so; defaults are left out.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Pairs()
    {
        if (Find.Length > 0)
        {
            yield return new(FindName, Find);
        }

        if (Find.Length > 0 && Hit > 1)
        {
            yield return new(HitName, Hit.ToString(CultureInfo.InvariantCulture));
        }

        if (IsRaw)
        {
            yield return new(RawName, "true");
        }

        if (Line is { } line)
        {
            yield return new(LineName, line.ToString(CultureInfo.InvariantCulture));
        }
    }
}
