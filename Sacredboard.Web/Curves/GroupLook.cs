using Sacredboard.Data.Metrics.Aggregation;
using Sacredboard.Web.Charts;

namespace Sacredboard.Web.Curves;

/// <summary>How the curves of a group of runs become one: its middle and the band around it.</summary>
/// <param name="Mid"><c>mean</c> or <c>median</c>.</param>
/// <param name="Band">What the band shows, one of <see cref="Bands"/>.</param>
/// <param name="Missing">
/// Where some runs of the group have no point: <c>last</c> takes their last value before, <c>all</c> leaves the step out.
/// </param>
public sealed record GroupLook(string Mid, string Band, string Missing)
{
    public static readonly IReadOnlyList<string> Mids = ["mean", "median"];
    public static readonly IReadOnlyList<string> Bands = ["std", "sem", "ci", "range", "quartiles", "none"];
    public static readonly IReadOnlyList<string> Missings = ["last", "all"];

    public static readonly GroupLook Usual = new(Mids[0], Bands[0], Missings[0]);

    /// <summary>The same for the computation.</summary>
    internal AggregateOptions Options => new()
    {
        Mid = Mid == "median" ? AggregateMid.Median : AggregateMid.Mean,
        Band = Band switch
        {
            "std" => AggregateBand.StandardDeviation,
            "sem" => AggregateBand.StandardError,
            "ci" => AggregateBand.Confidence,
            "range" => AggregateBand.Range,
            "quartiles" => AggregateBand.Quartiles,
            _ => AggregateBand.None,
        },
        Missing = Missing == "all" ? MissingPoints.All : MissingPoints.Last,
    };

    /// <summary>Null with the name and the allowed values of the first parameter that is none of them.</summary>
    public static GroupLook? Read(IQueryCollection parameters, out CurveProblem? problem)
    {
        problem = null;
        var (mid, band, missing) = (One("mid", Mids, ref problem), One("band", Bands, ref problem), One("missing", Missings, ref problem));
        return problem is null ? new(mid, band, missing) : null;

        string One(string name, IReadOnlyList<string> allowed, ref CurveProblem? problem)
        {
            var value = parameters[name].LastOrDefault();
            if (string.IsNullOrEmpty(value) || allowed.Contains(value))
            {
                return string.IsNullOrEmpty(value) ? allowed[0] : value;
            }

            problem ??= new(name, $"It is one of {string.Join(", ", allowed)}.");
            return allowed[0];
        }
    }

    /// <summary>The parameters of an address; usual ones are left out.</summary>
    public IEnumerable<KeyValuePair<string, string>> Pairs() =>
        from pair in new[] { ("mid", Mid, Usual.Mid), ("band", Band, Usual.Band), ("missing", Missing, Usual.Missing) }
        where pair.Item2 != pair.Item3
        select KeyValuePair.Create(pair.Item1, pair.Item2);
}
