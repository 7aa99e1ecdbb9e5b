using Sacredboard.Data.Queries.Grouping;
using Sacredboard.Data.Runs;
using Sacredboard.Web.Models.Api;
using Sacredboard.Web.Sources;

namespace Sacredboard.Web.Curves;

/// <summary>Curves that were read and are not drawn yet.</summary>
internal sealed class CurvesReading
{
    private readonly CurvesRequest _request;
    private readonly RunNames _names;
    private readonly ChosenRuns _runs;
    private readonly IReadOnlyList<CurveGroup> _groups;
    private readonly FoundCurves _found;

    private CurvesReading(CurvesRequest request, RunNames names, ChosenRuns runs, IReadOnlyList<CurveGroup> groups, FoundCurves found) =>
        (_request, _names, _runs, _groups, _found) = (request, names, runs, groups, found);

    /// <inheritdoc cref="CurvesVersion.Of"/>
    public long Version => CurvesVersion.Of(_runs, _groups, _found);

    /// <param name="request">The metrics, and how they are drawn.</param>
    /// <param name="runs">The runs.</param>
    /// <param name="grouping">Makes one curve of each group; null for single runs.</param>
    /// <param name="names">Names the runs in the answer.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<CurvesReading> ReadAsync(
        CurvesRequest request, ChosenRuns runs, RunGrouping? grouping, RunNames names, CancellationToken cancellationToken)
    {
        var lines = request.IsJoined ? ContinuedRuns.Last(runs.Runs) : [.. runs.Runs.Select(run => (run, (IReadOnlyList<RunId>)[run.Id]))];
        var drawn = lines.Select(line => line.Run).ToList();
        return new(
            request,
            names,
            runs,
            grouping is null ? [] : CurveGroup.Of(drawn, grouping, names),
            await new CurvesReader(request).ReadAsync(lines, cancellationToken));
    }

    /// <param name="state">Of the source, see <see cref="SourceStateName"/>.</param>
    /// <param name="cancellationToken">Ends the drawing.</param>
    public Task<CurvesModel> DrawAsync(string state, CancellationToken cancellationToken) =>
        new CurvesMaker(_request, _names, state).MakeAsync(_runs, _groups, _found, cancellationToken);
}
