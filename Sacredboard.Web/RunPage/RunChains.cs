using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries;
using Sacredboard.Data.Runs;
using Sacredboard.Web.Compare;
using Sacredboard.Web.Models.RunPage;

namespace Sacredboard.Web.RunPage;

/// <summary>Finds the runs that a run went on from and that went on from it.</summary>
internal static class RunChains
{
    private const int MaxAfter = 6;

    /// <summary>Null for a run that stands alone.</summary>
    /// <param name="request">The run's page.</param>
    /// <param name="field">In which runs name the one before.</param>
    public static RunChain? Of(RunPageRequest request, string field)
    {
        if (!RunField.TryParse(field, out var named, out _))
        {
            return null;
        }

        var continuations = request.Source.Catalog.Snapshot.Queries().Continuations(named!);
        var chain = continuations.ChainOf(request.Id);
        return chain.Count == 1 ? null : new(
            field,
            continuations.Before(request.Id) is { } before ? Linked(before) : null,
            [.. continuations.After(request.Id).Take(MaxAfter).Select(Linked)],
            chain.Count,
            Curves(isJoined: false),
            Curves(isJoined: true));

        string Curves(bool isJoined) => CompareUrl.Write(request.Urls.Compare, new()
        {
            Ids = [.. chain.Select(request.Urls.Segment)],
            Page = request.State with { Charts = request.State.Charts with { Joined = isJoined } },
        });

        ChainedRun Linked(RunId id) => new(id.ToString(), request.Pages.Run(id));
    }
}
