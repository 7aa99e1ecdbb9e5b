using Sacredboard.Web.Compare;
using Sacredboard.Web.Models.Compare;
using Sacredboard.Web.Sources;

namespace Sacredboard.Web.ComparePage;

/// <summary>Reads comparisons for scripts and files, which ask once and wait until all is known.</summary>
public sealed class CompareReader(SourceRegistry sources, CatalogWaiter waiter, TimeProvider time)
{
    /// <summary>The page with the tab of the state; its content may still say what is read when the time is over.</summary>
    public async Task<(CompareRequest Request, ComparePageViewModel Page)> ReadAsync(
        Source source, SourceUrls urls, CompareState state, TimeSpan patience, CancellationToken cancellationToken)
    {
        var (request, page) = await MakeAsync();
        await waiter.WaitAsync(
            source.Catalog,
            patience,
            async () =>
            {
                (request, page) = IsKnown() ? (request, page) : await MakeAsync();
                return IsKnown();
            },
            cancellationToken);
        return (request, page);

        // The figures that are shown, and those that decide which runs are.
        bool IsKnown() => page.Content?.Progress is null && request.Chosen.Progress.All(progress => progress.IsComplete)
            && request.IsLoaded;

        async Task<(CompareRequest, ComparePageViewModel)> MakeAsync()
        {
            var made = await CompareRequest.ReadAsync(sources, source, urls, state, cancellationToken);
            return (made, await new ComparePageMaker(made, waiter, time).MakeAsync([], cancellationToken));
        }
    }
}
