using Sacredboard.Data.Catalog.Loading;
using Sacredboard.Web.Formatting;
using Sacredboard.Web.Models.TablePage;
using Sacredboard.Web.Sources;

namespace Sacredboard.Web.Hosting;

/// <summary>Prints once where runs of Sacred are if a directory has none itself.</summary>
public sealed class EmptyPlaces(SourceRegistry sources, CatalogWaiter waiter, NearbyRunsFinder finder) : BackgroundService
{
    // Loading takes longer only where there are runs.
    private const int MaxSeconds = 20;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(sources.All
            .Where(source => source.Info.Place.Directory is not null)
            .Select(source => LookAsync(source, stoppingToken)));

    private async Task LookAsync(Source source, CancellationToken cancellationToken)
    {
        var catalog = source.Catalog;
        await waiter.WaitAsync(catalog, MaxSeconds, () => Task.FromResult(catalog.State.Phase == CatalogPhase.Current), cancellationToken);
        var nearby = await finder.FindAsync(source, cancellationToken);
        if (NearbyRunsViewModel.Of(nearby, source.Info.Place.Directory) is not { } found)
        {
            return;
        }

        // At once, so that no other line comes in between.
        Console.WriteLine(string.Join(
            Environment.NewLine,
            [
                $"{source.Name} has no runs of Sacred, but these directories have:",
                .. found.Places.Select(place => $"  {place.Count} in {ValueText.Visible(place.Name)}: {ValueText.Visible(place.Command)}"),
            ]));
    }
}
