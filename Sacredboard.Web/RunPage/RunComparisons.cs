using Sacredboard.Data.Queries;
using Sacredboard.Data.Queries.Continuing;
using Sacredboard.Data.Queries.Grouping;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Values;
using Sacredboard.Web.Compare;
using Sacredboard.Web.Formatting;
using Sacredboard.Web.Models.RunPage;

namespace Sacredboard.Web.RunPage;

/// <summary>Finds the runs with which one is worth comparing.</summary>
internal static class RunComparisons
{
    // So many runs before it and after it are looked at for the same settings.
    private const int Near = 500;
    private const int MaxTwins = 24;

    // Where programs by convention note the run that they go on from.
    public static readonly IReadOnlyList<string> SourceKeys =
        ["source_run", "source_run_id", "parent_run", "parent_run_id", "resumed_from", "resume_from", "continued_from"];

    /// <param name="request">The run's page.</param>
    /// <param name="run">The run with these members of its config and info.</param>
    public static IReadOnlyList<RunComparison> Of(RunPageRequest request, Run run)
    {
        var found = new List<RunComparison>();
        if (RunDifferences.Before(request) is { } before)
        {
            Add("before", $"{Name(before.Id)}, the run before it", [before.Id]);
        }

        if (Twins(request) is { Count: > 0 } twins)
        {
            Add(
                "twins", twins.Count == 1 ? $"{Name(twins[0])}, same settings, other seed" : $"{twins.Count} runs with the same settings",
                twins);
        }

        if (SourceOf(request, run) is { } source)
        {
            Add("source", $"{Name(source)}, the run it goes on from", [source]);
        }

        return found;

        void Add(string kind, string words, IReadOnlyList<RunId> others) => found.Add(new(kind, words, CompareUrl.Write(
            request.Urls.Compare,
            new() { Ids = [.. others.Prepend(request.Id).Select(request.Urls.Segment)], Page = request.State })));
    }

    private static IReadOnlyList<RunId> Twins(RunPageRequest request)
    {
        var snapshot = request.Source.Catalog.Snapshot;
        var index = snapshot.IndexOf(request.Id);
        if (index < 0 || snapshot.Runs[index] is not { Config: SacredObject { Members.Count: > 0 } } mine)
        {
            return [];
        }

        var near = new List<RunId>();
        for (var i = Math.Max(0, index - Near); i < Math.Min(snapshot.Runs.Count, index + Near); i++)
        {
            if (snapshot.Runs[i] is { } other && (other.Experiment, other.Command) == (mine.Experiment, mine.Command))
            {
                near.Add(other.Id);
            }
        }

        return [.. snapshot.Queries().Divide(near, new RunGrouping { Keys = [null] })
            .First(group => group.Any(run => run.Id == request.Id))
            .Select(run => run.Id).Where(id => id != request.Id).Take(MaxTwins)];
    }

    private static RunId? SourceOf(RunPageRequest request, Run run)
    {
        var snapshot = request.Source.Catalog.Snapshot;
        return SourceKeys
            .SelectMany(key => new[] { run.Config.Member(key), run.Info.Member(key) })
            .Select(value => RunContinuations.Named(value, id => id != request.Id && snapshot.Find(id) is not null))
            .FirstOrDefault(id => id is not null);
    }

    private static string Name(RunId id) => "#" + Ellipsis.Middle(ValueText.Visible(id.ToString()), 16);
}
