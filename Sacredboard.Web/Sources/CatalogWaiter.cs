using Sacredboard.Data.Catalog;

namespace Sacredboard.Web.Sources;

/// <summary>
/// Waits a while for a change, if asked to, before it says that there is none: so a page on which nothing runs need not ask often, and
/// yet shows a new run at once.
/// </summary>
public sealed class CatalogWaiter(TimeProvider time, IHostApplicationLifetime lifetime)
{
    private const int MaxSeconds = 20;

    // What others change in ended runs is only seen by reading them anew, and a state is not announced.
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    /// <param name="catalog">Whose changes end the waiting.</param>
    /// <param name="seconds">How long to wait at most.</param>
    /// <param name="hasChanged">Looks whether there is a change.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>False when nothing has changed until the end.</returns>
    public Task<bool> WaitAsync(RunCatalog catalog, int seconds, Func<Task<bool>> hasChanged, CancellationToken cancellationToken) =>
        WaitAsync(catalog, TimeSpan.FromSeconds(Math.Clamp(seconds, 0, MaxSeconds)), hasChanged, cancellationToken);

    /// <summary>The same for as long as the caller says.</summary>
    public async Task<bool> WaitAsync(RunCatalog catalog, TimeSpan span, Func<Task<bool>> hasChanged, CancellationToken cancellationToken)
    {
        var end = time.GetUtcNow() + span;
        while (true)
        {
            if (await hasChanged())
            {
                return true;
            }

            var left = end - time.GetUtcNow();
            if (left <= TimeSpan.Zero || lifetime.ApplicationStopping.IsCancellationRequested)
            {
                return false;
            }

            await WaitAsync(catalog, left < Interval ? left : Interval, cancellationToken);
        }
    }

    private async Task WaitAsync(RunCatalog catalog, TimeSpan span, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(span, time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, lifetime.ApplicationStopping, cancellationToken);
        try
        {
            await catalog.WaitAsync(catalog.Snapshot.Version, end.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Nothing happened; the caller looks whether there is time left.
        }
    }
}
