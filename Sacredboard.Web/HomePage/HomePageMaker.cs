using Sacredboard.Data.Catalog.Loading;
using Sacredboard.Data.Queries;
using Sacredboard.Data.Queries.Answering;
using Sacredboard.Data.Stores;
using Sacredboard.Web.Formatting;
using Sacredboard.Web.Models.Home;
using Sacredboard.Web.Models.Shared;
using Sacredboard.Web.Sources;

namespace Sacredboard.Web.HomePage;

/// <summary>Makes the start page. Of sources whose runs are not read, the storage is asked how many there are.</summary>
public sealed class HomePageMaker(SourceRegistry sources, SourceCounter counter)
{
    public async Task<HomeViewModel> MakeAsync(PathString pathBase, CancellationToken cancellationToken)
    {
        var all = sources.All;
        var counted = await counter.CountAsync(all.Where(source => !source.IsWanted), cancellationToken);
        return new(
            [.. all.Select(source => Card(source, new SourceUrls(pathBase, source), counted.GetValueOrDefault(source)))],
            sources.Joined is { } joined ? new SourceUrls(pathBase, joined).Runs : null,
            sources.Problems);
    }

    private static SourceCardViewModel Card(Source source, SourceUrls urls, string? problem)
    {
        var card = new SourceCardViewModel
        {
            Name = source.Name,
            Title = source.Title,
            Url = urls.Home,
            Place = source.Info.Place.Name,
            State = source.IsWanted ? SourceStateViewModel.Of(source.Catalog.State) : null,
            Total = source.LastCounts?.Total,
            Statuses = Statuses(source.LastCounts?.ByStatus, urls),
            LastActivity = source.LastCounts?.LastActivity,
            Problem = problem,
        };
        return source.IsWanted ? Read(card, source, urls) : card;
    }

    private static SourceCardViewModel Read(SourceCardViewModel card, Source source, SourceUrls urls)
    {
        var (snapshot, state) = (source.Catalog.Snapshot, source.Catalog.State);
        var found = snapshot.Queries().Find(new RunQuery { Take = 0 });
        return card with
        {
            Total = state is { Phase: CatalogPhase.Loading, Total: { } total } ? total : state.AsOf is null ? null : snapshot.Runs.Count,
            Statuses = Statuses(found.Statuses.ToDictionary(status => status.Status, status => (long)status.Count), urls),
            LastActivity = snapshot.Runs.Max(run => Latest(run.Heartbeat, run.Stopped, run.Started)),
            Problem = state.Message,
        };
    }

    private static DateTime? Latest(params ReadOnlySpan<DateTime?> times)
    {
        DateTime? latest = null;
        foreach (var time in times)
        {
            latest = time is null || time < latest ? latest : time;
        }

        return latest;
    }

    private static IReadOnlyList<StatusShare> Statuses(IReadOnlyDictionary<string, long>? counts, SourceUrls urls) => counts is null
        ? []
        :
        [
            .. StatusLabel.Known.Concat(counts.Keys.Order(StringComparer.Ordinal)).Distinct()
                .Where(status => counts.GetValueOrDefault(status) > 0)
                .Select(status => new StatusShare(
                    StatusLabel.Of(status), status, counts[status], $"{urls.Runs}?status={Uri.EscapeDataString(status)}")),
        ];
}
