using Sacredboard.Data.Catalog.Statistics;
using Sacredboard.Data.Queries;
using Sacredboard.Web.Sources;
using Sacredboard.Web.Table;

namespace Sacredboard.Web.Curves;

/// <summary>The runs whose curves are drawn or compared.</summary>
/// <param name="Runs">At most <see cref="CurvesRequest.MaxRuns"/>, whether there are such runs or not.</param>
/// <param name="Unknown">Names that cannot be the name of a run.</param>
/// <param name="Left">How many more were asked for or match.</param>
public sealed record ChosenRuns(IReadOnlyList<NamedRun> Runs, IReadOnlyList<string> Unknown, int Left)
{
    /// <summary>How far the statistics of metrics are read that the choice depends on.</summary>
    public IReadOnlyList<StatisticsProgress> Progress { get; init; } = [];

    /// <summary>The first of these runs, in their order.</summary>
    public static ChosenRuns Of(IReadOnlyList<string> ids, RunNames names)
    {
        var read = ids.Select(id => (Name: id, Run: names.Read(id))).ToList();
        var runs = read.Select(one => one.Run).OfType<NamedRun>().Distinct().ToList();
        return new(
            [.. runs.Take(CurvesRequest.MaxRuns)],
            [.. read.Where(one => one.Run is null).Select(one => one.Name)],
            Math.Max(0, runs.Count - CurvesRequest.MaxRuns));
    }

    /// <summary>The first runs that match, in the order of the table: the newest if it has none.</summary>
    public static ChosenRuns Of(Source source, ResolvedTable table)
    {
        var found = table.Snapshot.Queries().Find(table.Runs with { Skip = 0, Take = CurvesRequest.MaxRuns });
        return new([.. found.Runs.Select(run => new NamedRun(source, run.Id))], [], found.Matched - found.Runs.Count)
        {
            Progress = table.Snapshot.Progress(found.Metrics),
        };
    }
}
