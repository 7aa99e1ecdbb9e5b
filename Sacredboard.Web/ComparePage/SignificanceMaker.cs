using Sacredboard.Data.Comparing;
using Sacredboard.Data.Queries.Grouping;
using Sacredboard.Web.Curves;
using Sacredboard.Web.Formatting;
using Sacredboard.Web.Models.Compare;

namespace Sacredboard.Web.ComparePage;

/// <summary>Compares groups of runs with one of them by one number of each run.</summary>
internal sealed class SignificanceMaker(CompareRequest request, RunGrouping grouping, DateTimeOffset now)
{
    /// <summary>Null when all runs are gone.</summary>
    public async Task<CompareSignificance?> MakeAsync(CancellationToken cancellationToken)
    {
        var (figure, numbers) = await new ComparedFigure(request, now).ReadAsync(cancellationToken);
        var byRun = request.Runs.Zip(numbers).ToDictionary(pair => pair.First.Named, pair => pair.Second);
        var groups = CurveGroup.Of(request.Runs.Select(run => run.Named), grouping, request.Names)
            .Select(group => (Group: group, Sample: new Sample(group.Runs.Select(run => byRun[run]).OfType<double>()))).ToList();
        if (groups.Count == 0)
        {
            return null;
        }

        var samples = groups.ConvertAll(group => group.Sample);
        var best = Best(samples, figure.IsLowerBetter);
        var against = groups.FindIndex(group => group.Group.Key == request.State.Figure.Against);
        // The base is one that others can be tested against.
        against = against >= 0 ? against : best ?? Math.Max(0, samples.FindIndex(CanBeTested));
        var compared = GroupComparison.Of(samples[against], samples.Where((_, i) => i != against).ToList(), cancellationToken);
        var range = Range(samples);
        return new()
        {
            Figure = figure,
            Seeds = grouping.HasConfig ? "seeds" : "runs",
            Range = range,
            Groups =
            [
                .. groups.Select((group, i) => new ComparedGroup
                {
                    Key = group.Group.Key,
                    Name = group.Group.Name,
                    Style = group.Group.Style,
                    Runs = group.Group.Runs.Count,
                    Sample = group.Sample,
                    IsBest = i == best,
                    Against = i == against ? null : compared[i < against ? i : i - 1],
                    Median = CanBeTested(group.Sample) ? Bootstrap.Of(group.Sample, Sample.MedianOf) : null,
                    InterquartileMean = CanBeTested(group.Sample) ? Bootstrap.Of(group.Sample, Sample.InterquartileMeanOf) : null,
                    Plot = DotPlot.Of(group.Sample, range.Low, range.High, group.Group.Style.Colour),
                }),
            ],
        };
    }

    private static bool CanBeTested(Sample sample) => sample.Count >= GroupComparison.MinRuns;

    // By the mean. A group of one lucky run is not the best when others can be tested.
    private static int? Best(IReadOnlyList<Sample> samples, bool? isLowerBetter)
    {
        if (isLowerBetter is not { } lower)
        {
            return null;
        }

        var known = samples.Index().Where(one => one.Item.Count > 0).ToList();
        var tested = known.Where(one => CanBeTested(one.Item)).ToList();
        var ordered = (tested.Count > 0 ? tested : known).OrderBy(one => lower ? one.Item.Mean : -one.Item.Mean).ToList();
        return ordered.Count == 0 ? null : ordered[0].Index;
    }

    // All numbers, and the intervals that are drawn.
    private static Interval Range(IReadOnlyList<Sample> samples)
    {
        var edges = samples.Where(sample => sample.Count > 0).SelectMany(sample => new[] { sample.Sorted[0], sample.Sorted[^1] })
            .Concat(samples.Where(CanBeTested).Select(sample => sample.MeanInterval!.Value)
                .SelectMany(mean => new[] { mean.Low, mean.High }))
            .ToList();
        return edges.Count == 0 ? new(0, 1) : new(edges.Min(), edges.Max());
    }
}
